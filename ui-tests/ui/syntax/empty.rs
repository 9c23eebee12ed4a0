use coalition::coalition;

coalition! {
}

fn main() {}
