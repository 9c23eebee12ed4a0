//! `atlas status`.

use std::process::ExitCode;
use std::time::Duration;

use coalition::{Handshake, Module};
use mosaik::SecretKey;

use super::Outcome;
use super::args::{NetworkArgs, leave};
use super::shutdown::Shutdown;
use crate::{Atlas, CitizenCard, Reading};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    network: NetworkArgs,
    /// How many seconds the committee has to answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 15)]
    wait: u16,
}

/// Prints how the committee stands. Succeeds where every card is verified and a majority takes writes.
pub async fn run(args: Args, handshake: &Handshake<'_>) -> Outcome {
    let mut shutdown = Shutdown::new()?;
    let roster = args.network.roster()?;
    let wait = Duration::from_secs(args.wait.into());
    let asked = async {
        let network = args.network.network(&roster, SecretKey::generate()).await?;
        let reader =
            Atlas::read(&network, handshake).roster(roster.clone()).every(Duration::from_secs(1)).open()?;
        let all_answer = async {
            loop {
                let reading = reader.reading();
                let answered = reading.members.iter().filter(|(_, answer)| answer.is_ok()).count();
                let settled = reading.is_verified() || !reading.drifts.is_empty();
                if settled && answered == roster.members().len() {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        // Where one does not answer, what the others said is printed.
        let _ = tokio::time::timeout(wait, all_answer).await;
        let reading = reader.reading();
        drop(reader);
        leave(network).await;
        Ok::<_, Box<dyn std::error::Error>>(reading)
    };
    let reading = tokio::select! {
        reading = asked => reading?,
        () = shutdown.requested() => return Ok(ExitCode::FAILURE),
    };
    let sound = print(handshake, &reading);
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(handshake: &Handshake<'_>, reading: &Reading) -> bool {
    let coalition = &handshake.coalition;
    println!("coalition {}", coalition.name);
    println!("  root   {}", coalition.coalition_root());
    if let Some(atlas) = coalition.module_root(Module::Atlas) {
        println!("  Atlas  {atlas}");
    }

    println!(
        "\n{:<64}  {:<9}  {:<6}  {:<5}\n{:-<64}  {:-<9}  {:-<6}  {:-<5}",
        "member", "coalition", "bonded", "cards", "", "", "", ""
    );
    let mut writable = false;
    for (member, answer) in &reading.members {
        match answer {
            Ok(snapshot) => {
                let same_root = snapshot.coalition_root == coalition.coalition_root();
                writable |= same_root && snapshot.has_majority();
                let coalition = match (same_root, snapshot.digest == handshake.digest()) {
                    (true, true) => "same",
                    (true, false) => "reworded",
                    (false, _) => "drifted",
                };
                let bonded = format!("{} of {}", snapshot.bonded, snapshot.members);
                println!("{member}  {coalition:<9}  {bonded:<6}  {:<5}", snapshot.cards.len());
            }
            Err(fault) => println!("{member}  no answer: {fault}"),
        }
    }

    println!(
        "\n{:<8}  {:<24}  {:<66}  card\n{:-<8}  {:-<24}  {:-<66}  {:-<8}",
        "citizen", "name", "stable id", "", "", "", ""
    );
    for card in CitizenCard::all(handshake) {
        let state = if reading.cards.contains(&card) {
            "verified"
        } else if reading.awaited.contains(&card) {
            "awaited"
        } else {
            "drifted"
        };
        println!("{:<8}  {:<24}  {}  {state}", card.kind, card.name, card.stable_id);
    }

    println!();
    for drift in &reading.drifts {
        println!("drifted: {drift}");
    }
    println!(
        "{}",
        match (reading.is_reached(), writable) {
            (true, true) => "the committee takes writes",
            (true, false) => "no majority is bonded: writes are refused",
            (false, _) => "no member answers",
        }
    );
    writable && reading.is_verified()
}
