//! What is deprecated warns where it's used, and nowhere in what the macro makes.

controls_core::controls! {
    /// A catalog of which a row and a section are deprecated.
    #[derive(Default)]
    pub enum Service {
        Network = "Network" {
            #[default]
            Firewall = "Firewall support" => Yes,
            #[deprecated(since = "0.1.0", note = "the service has no tunnels any more")]
            Tunnel = "Tunneling support" => No,
        }
        #[deprecated]
        Legacy = "Legacy" {
            Basic = "Basic authentication" => No,
        }
    }
}

controls_core::controls! {
    /// A catalog that is deprecated as a whole.
    #[deprecated]
    pub enum Former {
        Network = "Network" { Firewall = "Firewall support" => Yes }
    }
}

/// Whether a control is of any use: naming one that is deprecated is the user's affair.
#[must_use]
#[expect(deprecated)]
pub fn is_of_use(control: Service) -> bool {
    match control {
        Service::Tunnel => false,
        Service::Firewall | Service::Basic => control.section() != ServiceSection::Legacy,
    }
}

/// The controls of the former catalog.
#[must_use]
#[expect(deprecated)]
pub fn former() -> usize {
    Former::COUNT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deprecated_controls_are_controls() {
        assert_eq!(
            Service::ALL
                .iter()
                .filter(|control| is_of_use(**control))
                .count(),
            1
        );
        assert_eq!(
            Service::from_id("tunnel").map(Service::title),
            Some("Tunneling support")
        );
        assert_eq!(Service::default(), Service::Firewall);
        assert_eq!(former(), 1);
    }
}
