use controls_core::Answer;

controls_core::controls! {
    pub enum Framework {
        Access = "Access control" {
            AccountManagement = "Account management",
        }
    }
}

const _: () = Framework::CATALOG.assert_answer(0, Answer::Yes);

fn main() {}
