//! Where a link leads, seen from the page that it stands on.

/// The absolute address of a link's target on the page at `base`, as a browser finds it (RFC 3986, section 5).
///
/// Targets on the same site lose their `.md`, for that's how the site serves its articles. `None` where `base` isn't
/// an absolute address with a host.
///
/// ```
/// use controls_document::resolve;
///
/// let base = "https://learn.microsoft.com/azure/backup/backup-security-controls";
/// assert_eq!(resolve(base, "./rbac.md#roles").unwrap(), "https://learn.microsoft.com/azure/backup/rbac#roles");
/// assert_eq!(resolve(base, "/azure/vpn").unwrap(), "https://learn.microsoft.com/azure/vpn");
/// assert_eq!(resolve(base, "https://example.com/a.md").unwrap(), "https://example.com/a.md");
/// ```
#[must_use]
pub fn resolve(base: &str, target: &str) -> Option<String> {
    let target = target.trim();
    if has_scheme(target) {
        return Some(encoded(target));
    }
    let (scheme, after) = base.split_once("://").filter(|_| is_absolute(base))?;
    if target.starts_with("//") {
        return Some(encoded(&format!("{scheme}:{target}")));
    }
    let page = after.split(['?', '#']).next().unwrap_or(after);
    let (host, page_path) = page.split_at(page.find('/').unwrap_or(page.len()));
    let (path, suffix) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
    let path = if path.is_empty() {
        page_path.to_owned()
    } else if path.starts_with('/') {
        without_dots(path)
    } else {
        let folder = &page_path[..page_path.rfind('/').map_or(0, |end| end + 1)];
        without_dots(&format!("{}{path}", if folder.is_empty() { "/" } else { folder }))
    };
    let path = path.strip_suffix(".md").unwrap_or(&path);
    Some(encoded(&format!("{scheme}://{host}{path}{suffix}")))
}

/// Whether an address is absolute and names a host: `https://…` or `http://…`.
///
/// ```
/// assert!(controls_document::is_absolute("https://learn.microsoft.com/azure"));
/// assert!(!controls_document::is_absolute("/azure"));
/// ```
#[must_use]
pub fn is_absolute(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        let host = address.strip_prefix(scheme).unwrap_or("").split(['/', '?', '#']).next().unwrap_or("");
        !host.is_empty() && !host.contains(char::is_whitespace)
    })
}

fn has_scheme(target: &str) -> bool {
    let Some((scheme, _)) = target.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'))
}

fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for segment in path.split('/').skip(1) {
        ends_in_folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            name => segments.push(name),
        }
    }
    let end = if ends_in_folder && !segments.is_empty() { "/" } else { "" };
    format!("/{}{end}", segments.join("/"))
}

/// Percent-encodes what an address can't hold.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => out.push(char::from(byte)),
            byte => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_lead_where_a_browser_goes() {
        for (target, expected) in [
            ("x.md", "https://a.example/b/c/x"),
            ("./x.md", "https://a.example/b/c/x"),
            ("../x/y.md", "https://a.example/b/x/y"),
            ("../../../../x", "https://a.example/x"),
            ("/x/./y/../z.md?toc=%2fa.json#f", "https://a.example/x/z?toc=%2fa.json#f"),
            ("#part", "https://a.example/b/c/d#part"),
            ("?q", "https://a.example/b/c/d?q"),
            ("", "https://a.example/b/c/d"),
            ("..", "https://a.example/b/"),
            ("//other.example/x.md", "https://other.example/x.md"),
            ("https://other.example/x.md", "https://other.example/x.md"),
            ("mailto:a@b.example", "mailto:a@b.example"),
            ("ä b.md", "https://a.example/b/c/%C3%A4%20b"),
            ("index.yml", "https://a.example/b/c/index.yml"),
        ] {
            assert_eq!(resolve("https://a.example/b/c/d", target).as_deref(), Some(expected), "{target}");
        }
    }

    #[test]
    fn a_page_without_a_folder_or_a_host_is_a_base_or_none() {
        assert_eq!(resolve("https://a.example", "x.md").as_deref(), Some("https://a.example/x"));
        for base in ["/a", "a.example", "https://", "ftp://a.example", ""] {
            assert_eq!(resolve(base, "x"), None, "{base}");
        }
    }
}
