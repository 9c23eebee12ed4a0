//! `atlas status`.

use std::collections::HashSet;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use coalition::{Handshake, Module};
use mosaik::SecretKey;
use mosaik::iroh::EndpointAddr;

use super::Outcome;
use super::args::{NetworkArgs, leave};
use super::exit::OrLasting;
use super::shutdown::Shutdown;
use crate::{Atlas, CitizenCard, Reading, Roster};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    network: NetworkArgs,
    /// The longest time that the command takes, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 15)]
    wait: u16,
}

/// How long to say goodbye.
const GOODBYE: Duration = Duration::from_millis(200);
/// How long members that do not answer are waited for, once the others did.
const GRACE: Duration = Duration::from_secs(4);

/// Prints how the committee stands. Succeeds if every card is verified and a majority takes writes.
pub async fn run(args: Args, handshake: &Handshake<'_>) -> Outcome {
    let mut shutdown = Shutdown::new()?;
    let roster = args.network.roster().lasting()?;
    let wait = Duration::from_secs(args.wait.into());
    let reading = tokio::select! {
        reading = tokio::time::timeout(wait, ask(&args, &roster, handshake, wait)) => match reading {
            Ok(reading) => reading?,
            Err(_) => return Err(format!("the network was not up within {} s", args.wait).into()),
        },
        () = shutdown.requested() => return Ok(ExitCode::FAILURE),
    };
    let sound = print(handshake, &roster, &reading);
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn ask(
    args: &Args,
    roster: &Roster,
    handshake: &Handshake<'_>,
    wait: Duration,
) -> Result<Reading, Box<dyn std::error::Error>> {
    let start = Instant::now();
    let network = args.network.network(roster, SecretKey::generate()).await?;
    let reader =
        Atlas::read(&network, handshake).roster(roster.clone()).every(Duration::from_secs(1)).open()?;
    let mut settled_at = None;
    // What was said until shortly before the end is printed, even if not all members answered.
    while start.elapsed() + Duration::from_millis(300) < wait {
        let reading = reader.reading();
        let answered = reading.members.iter().filter(|(_, answer)| answer.is_ok()).count();
        if reading.is_verified() || !reading.drifts.is_empty() {
            let settled = *settled_at.get_or_insert_with(Instant::now);
            if answered == roster.members().len() || settled.elapsed() > GRACE {
                break;
            }
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let reading = reader.reading();
    drop(reader);
    // Nobody waits for this peer, so it need not say goodbye for long.
    let _ = tokio::time::timeout(wait.saturating_sub(start.elapsed()).min(GOODBYE), leave(network)).await;
    Ok(reading)
}

fn print(handshake: &Handshake<'_>, roster: &Roster, reading: &Reading) -> bool {
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
    let unasked = Err("it was not asked yet".to_owned());
    for EndpointAddr { id: member, .. } in roster.members() {
        let answer =
            reading.members.iter().find(|(id, _)| id == member).map_or(&unasked, |(_, answer)| answer);
        match answer {
            Ok(answer) => {
                let same_root = answer.coalition_root == coalition.coalition_root();
                writable |= same_root && answer.has_majority();
                let coalition = match (same_root, answer.digest == handshake.digest()) {
                    (true, true) => "same",
                    (true, false) => "reworded",
                    (false, _) => "drifted",
                };
                let bonded = format!("{} of {}", answer.bonded, answer.members);
                println!("{member}  {coalition:<9}  {bonded:<6}  {:<5}", answer.cards.len());
            }
            Err(fault) => println!("{member}  no answer: {fault}"),
        }
    }

    println!(
        "\n{:<8}  {:<24}  {:<66}  card\n{:-<8}  {:-<24}  {:-<66}  {:-<8}",
        "citizen", "name", "stable id", "", "", "", ""
    );
    let [verified, awaited]: [HashSet<&CitizenCard>; 2] =
        [&reading.cards, &reading.awaited].map(|cards| cards.iter().collect());
    for card in CitizenCard::all(handshake) {
        let state = if verified.contains(&card) {
            "verified"
        } else if awaited.contains(&card) {
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
            (true, false) => "no member is bonded with a majority: writes are refused",
            (false, _) => "no member answers",
        }
    );
    writable && reading.is_verified()
}
