//! Where a link leads, seen from the page that it is on.

/// The absolute address of a link's target on the page at `base`, as a browser finds it (RFC 3986, section 5).
///
/// Where the address of the page doesn't end in `.md`, the site serves its articles without, so targets on it lose theirs.
/// `None` where `base` isn't
/// an absolute address with a host, and for what doesn't lead to a page or a person: `javascript:…`, `data:…`.
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
    if let Some(scheme) = scheme(target) {
        let is_led_to = LEAD.iter().any(|lead| scheme.eq_ignore_ascii_case(lead));
        return is_led_to.then(|| encoded(target));
    }
    let (scheme, after) = base.split_once("://").filter(|_| is_absolute(base))?;
    if target.starts_with("//") {
        return Some(encoded(&format!("{scheme}:{target}")));
    }
    let page = before_any(after, *b"?##");
    let host = before_any(page, *b"///");
    let page_path = &page[host.len()..];
    let path = before_any(target, *b"?##");
    let suffix = &target[path.len()..];
    let path = if path.is_empty() {
        page_path.to_owned()
    } else if path.starts_with('/') {
        without_dots(path)
    } else {
        let folder = &page_path[..page_path.rfind('/').map_or(0, |end| end + 1)];
        let folder = if folder.is_empty() { "/" } else { folder };
        without_dots(&[folder, path.strip_prefix("./").unwrap_or(path)].concat())
    };
    let path = match path.strip_suffix(".md") {
        Some(article) if page_path.strip_suffix(".md").is_none() => article,
        _ => &path,
    };
    Some(encoded(&[scheme, "://", host, path, suffix].concat()))
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
        let host = before_any(address.strip_prefix(scheme).unwrap_or(""), *b"/?#");
        !host.is_empty() && !host.contains(char::is_whitespace)
    })
}

/// What is before the first of three marks. A plain loop, for the macro runs unoptimised.
fn before_any(text: &str, [one, two, three]: [u8; 3]) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != one && bytes[at] != two && bytes[at] != three {
        at += 1;
    }
    &text[..at]
}

/// The schemes of addresses that lead somewhere. With others, a browser runs or shows what a document's author has written.
const LEAD: [&str; 5] = ["https", "http", "mailto", "tel", "ftp"];

/// The scheme of a target, if it has one.
fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'));
    is_scheme.then_some(scheme)
}

fn without_dots(path: &str) -> String {
    if !path.contains("/.") {
        return path.to_owned();
    }
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
    let end = if ends_in_folder && !segments.is_empty() {
        "/"
    } else {
        ""
    };
    format!("/{}{end}", segments.join("/"))
}

/// Percent-encodes what an address can't hold.
fn encoded(address: &str) -> String {
    let bytes = address.as_bytes();
    let mut at = 0;
    // Nearly all addresses are written as they should be; the macro, which runs unoptimised, looks at each one.
    while at < bytes.len() && is_held(bytes[at]) {
        at += 1;
    }
    let mut out = String::with_capacity(address.len());
    out.push_str(&address[..at]);
    for byte in address[at..].bytes() {
        if is_held(byte) {
            out.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

/// Whether an address can hold the byte as it is.
fn is_held(byte: u8) -> bool {
    matches!(byte, b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~')
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
            (
                "/x/./y/../z.md?toc=%2fa.json#f",
                "https://a.example/x/z?toc=%2fa.json#f",
            ),
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
            assert_eq!(
                resolve("https://a.example/b/c/d", target).as_deref(),
                Some(expected),
                "{target}"
            );
        }
    }

    #[test]
    fn what_a_browser_would_run_leads_nowhere() {
        for target in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.example/x",
        ] {
            assert_eq!(resolve("https://a.example/b", target), None, "{target}");
        }
        // Whatever is read in these later, they are paths on the site.
        for target in [
            "java\tscript:alert(1)",
            "javascript&#58;x",
            "javascript\\:x",
        ] {
            let url = resolve("https://a.example/b", target).unwrap();
            assert!(url.starts_with("https://a.example/"), "{url}");
        }
    }

    #[test]
    fn a_page_without_a_folder_or_a_host_is_a_base_or_none() {
        assert_eq!(
            resolve("https://a.example", "x.md").as_deref(),
            Some("https://a.example/x")
        );
        // A site that has `.md` in its own addresses has it in others too.
        for (target, expected) in [
            ("x.md#y", "https://a.example/blob/main/x.md#y"),
            ("../x.md", "https://a.example/blob/x.md"),
        ] {
            let url = resolve("https://a.example/blob/main/d.md?plain=1", target);
            assert_eq!(url.as_deref(), Some(expected), "{target}");
        }
        for base in ["/a", "a.example", "https://", "ftp://a.example", ""] {
            assert_eq!(resolve(base, "x"), None, "{base}");
        }
    }
}
