//! How long a committee of three takes to come online, to commit, and to take over from a member that is killed.
//!
//! `cargo bench --package coalition-atlas` prints it. Everything runs on one machine, over loopback: what is measured is
//! the protocol and its timers.

#[path = "../tests/committees/coalitions.rs"]
mod coalitions;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/committees/hosts.rs"]
mod hosts;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/committees/namespace.rs"]
mod namespace;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/committees/program.rs"]
mod program;
#[path = "../tests/committees/wait.rs"]
mod wait;

use std::time::{Duration, Instant};

use coalitions::reworded::ETH_SUPERCHAIN_HANDSHAKE as REWORDED;
use coalitions::superchain::ETH_SUPERCHAIN_HANDSHAKE as COMPILED;
use hosts::Hosts;
use wait::{soon, until};

const ROUNDS: usize = 3;
const COMMITS: usize = 20;

fn main() {
    if namespace::is_inside() {
        return namespace::run_inside(Box::pin(all_rounds()));
    }
    let Some(mut inside) = namespace::again("the benchmark") else { return };
    assert!(inside.status().is_ok_and(|status| status.success()), "the benchmark failed in its namespace");
}

async fn all_rounds() {
    println!("a committee of three, {ROUNDS} rounds, {COMMITS} commits of two cards in each\n");
    println!("{:<8}{:>12}{:>12}{:>12}{:>14}", "round", "online", "commit", "slowest", "take over");
    for round in 0..ROUNDS {
        measure(round).await;
    }
    println!("\nonline: from the start of the members until one of them takes writes");
    println!("commit: until two changed cards are on the disks of a majority, median and slowest");
    println!(
        "take over: from the kill of a member, another one each round, until two more cards are acknowledged"
    );
}

async fn measure(round: usize) {
    let hosts = Hosts::new().await;
    // The one that is killed is a process. Of the others one has the old words and one the new, and each publishes its
    // own in turn, so that there is always something to commit.
    let [killed, old, new] = [round % 3, (round + 1) % 3, (round + 2) % 3];
    let start = Instant::now();
    let process = hosts.start_process(killed);
    let (old, new) = tokio::join!(hosts.start(old, &COMPILED), hosts.start(new, &REWORDED));
    soon("the committee", new.member.writable()).await.expect("a member that takes writes");
    let online = start.elapsed();
    for host in [&old, &new] {
        until("all are bonded and hold the cards", || {
            host.member.standing().bonded.len() == 2 && host.member.standing().cards == 3
        })
        .await;
    }

    let mut commits = Vec::new();
    for commit in 0..COMMITS {
        let start = Instant::now();
        if commit % 2 == 0 { &new } else { &old }.publish().await;
        commits.push(start.elapsed());
    }
    commits.sort();

    let start = Instant::now();
    drop(process);
    new.publish().await;
    let take_over = start.elapsed();
    println!(
        "{round:<8}{:>12}{:>12}{:>12}{:>14}",
        show(online),
        show(commits[COMMITS / 2]),
        show(commits[COMMITS - 1]),
        show(take_over)
    );
}

fn show(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}
