use controls_core::Answer;

controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => "Yes (Premium tier only)",
        }
    }
}

const _: () = Service::Firewall.assert_answer(Answer::Qualified("Yes (Premium tier only)"));
const _: () = Service::Firewall.assert_answer(Answer::Yes);

fn main() {}
