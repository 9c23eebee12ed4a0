//! BLAKE3 (hash mode, 32 bytes of output) as a streaming hasher for const evaluation.
//!
//! Source: the BLAKE3 paper, <https://github.com/BLAKE3-team/BLAKE3-specs>, section 2; the names follow it.
//!
//! A root is derived while rustc compiles, by an interpreter in which a statement costs about a thousand
//! instructions, a checked operation two or three thousand, and a call ten thousand and up (`rotate_right` 86,000).
//! The shape of this file follows from that, and run time gets the same code:
//!
//! - No call inside the rounds. State is scalar locals, never an array; operators are compound assignments, which
//!   skip a temporary; constants are literals, because a named const is looked up at every use.
//! - Three chunks are compressed side by side: bits 0..40, 40..80 and 80..120 of every `u128` hold one 32-bit
//!   word each, and the eight spare bits of a lane take the carries. Any two full chunks already pay for it.
//! - Input is gathered as `u128` words, never byte by byte. A 32-byte id in its place costs one assignment.
//! - The buffer holds exactly three chunks, so no heap is needed however long the input is.

#![expect(
    clippy::unusual_byte_groupings,
    clippy::cast_possible_truncation,
    reason = "literals are grouped by lane, rounds are unrolled, and words are cut out of wider ones"
)]

use crate::UniqueId;

/// A chaining value: words 0 to 3 and words 4 to 7, the first in the lowest bits.
type Cv = (u128, u128);

const IV: Cv = (0xA54F_F53A_3C6E_F372_BB67_AE85_6A09_E667, 0x5BE0_CD19_1F83_D9AB_9B05_688C_510E_527F);

const CHUNK_START: u64 = 1;
const CHUNK_END: u64 = 2;
const PARENT: u64 = 4;
const ROOT: u64 = 8;

/// Pairs of words, 32 bytes each, in a chunk of 1024 bytes, and in the buffer.
const CHUNK: usize = 32;
const BUFFER: usize = 3 * CHUNK;

/// A `u128` of sixteen little-endian bytes, in one call where `from_le_bytes` takes three.
macro_rules! le {
    ($bytes:expr) => {{
        let word = u128::from_ne_bytes($bytes);
        #[cfg(target_endian = "big")]
        let word = word.swap_bytes();
        word
    }};
}

/// Hashes what is appended to it. Input may be of any length and may be appended in any pieces.
#[derive(Clone, Debug)]
pub struct Hasher {
    /// Whole pairs of little-endian words that wait to be compressed.
    pairs: [[u128; 2]; BUFFER],
    filled: usize,
    /// The pair that is being filled, and how many bytes it holds: 0 to 31. Unused bytes are zero.
    first: u128,
    second: u128,
    partial: u32,
    /// The chaining values of complete subtrees, the largest first: 2^54 chunks are 2^64 bytes.
    stack: [Cv; 54],
    depth: usize,
    /// The chunks that are in the stack.
    chunks: u64,
}

impl Hasher {
    /// Nothing appended yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            pairs: [[0; 2]; BUFFER],
            filled: 0,
            first: 0,
            second: 0,
            partial: 0,
            stack: [(0, 0); 54],
            depth: 0,
            chunks: 0,
        }
    }

    /// Appends the 32 bytes of `id`.
    pub const fn id(&mut self, id: &UniqueId) {
        let [low @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = id.0;
        let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, high @ ..] = id.0;
        let (low, high) = (le!(low), le!(high));
        if self.filled == BUFFER {
            self.flush();
        }
        if self.partial == 0 {
            self.pairs[self.filled] = [low, high];
        } else {
            // Between two words the id is spread over three.
            let shift = 8 * (self.partial % 16);
            let (a, b, c) = if shift == 0 {
                (low, high, 0)
            } else {
                (low << shift, low >> (128 - shift) | high << shift, high >> (128 - shift))
            };
            if self.partial < 16 {
                self.pairs[self.filled] = [self.first | a, b];
                self.first = c;
            } else {
                self.pairs[self.filled] = [self.first, self.second | a];
                self.first = b;
                self.second = c;
            }
        }
        self.filled += 1;
    }

    /// Appends the 8 bytes of `value`, little-endian.
    pub const fn u64(&mut self, value: u64) {
        self.word(value as u128, 8);
    }

    /// Appends one byte.
    pub const fn byte(&mut self, value: u8) {
        self.word(value as u128, 1);
    }

    /// Appends `bytes` as they are.
    pub const fn bytes(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        // A slice pattern takes sixteen bytes apart without a call.
        while let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, others @ ..] = rest {
            let word = [*a, *b, *c, *d, *e, *f, *g, *h, *i, *j, *k, *l, *m, *n, *o, *p];
            self.word(le!(word), 16);
            rest = others;
        }
        let mut word = 0;
        let mut len = 0;
        while let [byte, others @ ..] = rest {
            word |= (*byte as u128) << (8 * len);
            len += 1;
            rest = others;
        }
        self.word(word, len);
    }

    /// Appends the lowest `len` bytes of `word`, at most 16, the lowest first. The others must be zero.
    const fn word(&mut self, word: u128, len: u32) {
        let held = self.partial;
        if held < 16 {
            self.first |= word << (8 * held);
            if held + len > 16 {
                self.second = word >> (8 * (16 - held));
            }
        } else {
            self.second |= word << (8 * (held - 16));
        }
        self.partial += len;
        if self.partial >= 32 {
            if self.filled == BUFFER {
                self.flush();
            }
            self.pairs[self.filled] = [self.first, self.second];
            self.filled += 1;
            self.partial -= 32;
            // What did not fit are the highest bytes of the word, as many as are now held.
            self.first = if self.partial == 0 { 0 } else { word >> (8 * (len - self.partial)) };
            self.second = 0;
        }
    }

    /// The hash of all that was appended.
    #[must_use]
    pub const fn finalise(mut self) -> UniqueId {
        // A full buffer may end in the last chunk, which must not be merged before the end is known.
        if self.filled == BUFFER && self.partial > 0 {
            self.flush();
        }
        if self.filled < BUFFER {
            self.pairs[self.filled] = [self.first, self.second];
            if self.filled & 1 == 0 {
                self.pairs[self.filled + 1] = [0, 0];
            }
        }
        let left = 32 * self.filled + self.partial as usize;
        let mut cv;
        if left <= 1024 {
            let root = if self.chunks == 0 { ROOT } else { 0 };
            cv = self.chunk(0, left, root);
        } else if left < 2048 {
            let first = self.chunk(0, 1024, 0);
            self.push(first);
            cv = self.chunk(CHUNK, left - 1024, 0);
        } else {
            // Where there is no third full chunk, its lane is computed and left alone.
            let (first, second, third) = three_chunks(&self.pairs, self.chunks);
            self.push(first);
            if left == 2048 {
                cv = second;
            } else {
                self.push(second);
                cv = if left == 3072 { third } else { self.chunk(2 * CHUNK, left - 2048, 0) };
            }
        }
        while self.depth > 0 {
            self.depth -= 1;
            let root = if self.depth == 0 { ROOT } else { 0 };
            cv = compress(IV, self.stack[self.depth], cv, 0, 64, PARENT | root);
        }
        let (low, high) = (cv.0.to_le_bytes(), cv.1.to_le_bytes());
        let mut bytes = [0; 32];
        let mut i = 0;
        while i < 16 {
            bytes[i] = low[i];
            bytes[i + 16] = high[i];
            i += 1;
        }
        UniqueId::from_bytes(bytes)
    }

    /// Compresses the full buffer, of which no chunk is the last of the input, into the stack.
    const fn flush(&mut self) {
        let (first, second, third) = three_chunks(&self.pairs, self.chunks);
        self.push(first);
        self.push(second);
        self.push(third);
        self.filled = 0;
    }

    /// Puts the chaining value of one more chunk on the stack, and merges the subtrees that it completes: as many
    /// as the number of chunks has trailing zeros.
    const fn push(&mut self, chunk: Cv) {
        let mut cv = chunk;
        self.chunks += 1;
        let mut chunks = self.chunks;
        while chunks & 1 == 0 {
            self.depth -= 1;
            cv = compress(IV, self.stack[self.depth], cv, 0, 64, PARENT);
            chunks >>= 1;
        }
        self.stack[self.depth] = cv;
        self.depth += 1;
    }

    /// The chaining value of the chunk of `len` bytes that starts at pair `at`.
    const fn chunk(&self, at: usize, len: usize, root: u64) -> Cv {
        let (mut cv, mut at, mut left, mut flags) = (IV, at, len, CHUNK_START);
        while left > 64 {
            cv = compress(cv, pair(self.pairs[at]), pair(self.pairs[at + 1]), self.chunks, 64, flags);
            flags = 0;
            left -= 64;
            at += 2;
        }
        let flags = flags | CHUNK_END | root;
        compress(cv, pair(self.pairs[at]), pair(self.pairs[at + 1]), self.chunks, left as u64, flags)
    }
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

const fn pair([low, high]: [u128; 2]) -> Cv {
    (low, high)
}

/// The seven rounds of quarter rounds `$g`, unrolled. The names of the message words are permuted, not the values.
macro_rules! rounds {
    ($g:ident $v:tt $m:tt) => { rounds!(@ $g $v $m (. . . . . . .)) };
    (@ $g:ident $v:tt $m:tt ()) => {};
    (@ $g:ident [$v0:ident $v1:ident $v2:ident $v3:ident $v4:ident $v5:ident $v6:ident $v7:ident
        $v8:ident $v9:ident $v10:ident $v11:ident $v12:ident $v13:ident $v14:ident $v15:ident]
       [$m0:ident $m1:ident $m2:ident $m3:ident $m4:ident $m5:ident $m6:ident $m7:ident
        $m8:ident $m9:ident $m10:ident $m11:ident $m12:ident $m13:ident $m14:ident $m15:ident]
       (. $($rest:tt)*)) => {
        $g!($v0 $v4 $v8 $v12 $m0 $m1);
        $g!($v1 $v5 $v9 $v13 $m2 $m3);
        $g!($v2 $v6 $v10 $v14 $m4 $m5);
        $g!($v3 $v7 $v11 $v15 $m6 $m7);
        $g!($v0 $v5 $v10 $v15 $m8 $m9);
        $g!($v1 $v6 $v11 $v12 $m10 $m11);
        $g!($v2 $v7 $v8 $v13 $m12 $m13);
        $g!($v3 $v4 $v9 $v14 $m14 $m15);
        rounds!(@ $g [$v0 $v1 $v2 $v3 $v4 $v5 $v6 $v7 $v8 $v9 $v10 $v11 $v12 $v13 $v14 $v15]
            [$m2 $m6 $m3 $m10 $m7 $m0 $m4 $m13 $m1 $m11 $m12 $m5 $m9 $m14 $m15 $m8] ($($rest)*));
    };
}

/// One block into a chaining value. `m` and `n` are the block, `counter` the number of the chunk, `len` the bytes
/// of the block that are input.
const fn compress(cv: Cv, m: Cv, n: Cv, counter: u64, len: u64, flags: u64) -> Cv {
    /// The quarter round G on words in `u64`s. Rotation is `(x * (2^32 + 1)) >> r`; what it leaves above bit 32
    /// stays below 2^57, so that the 14 additions of it stay below 2^61, and is masked before the next rotation.
    macro_rules! g {
        (@xor_rotate $x:ident $y:ident $r:literal) => {
            $x ^= $y;
            $x &= 0xffff_ffff;
            $x *= 0x1_0000_0001;
            $x >>= $r;
        };
        ($a:ident $b:ident $c:ident $d:ident $x:ident $y:ident) => {
            $a += $b;
            $a += $x;
            g!(@xor_rotate $d $a 16u32);
            $c += $d;
            g!(@xor_rotate $b $c 12u32);
            $a += $b;
            $a += $y;
            g!(@xor_rotate $d $a 8u32);
            $c += $d;
            g!(@xor_rotate $b $c 7u32);
        };
    }
    /// Takes a `u128` apart into its four words.
    macro_rules! split {
        ($($w:expr => $a:ident $b:ident $c:ident $d:ident;)*) => { $(
            #[allow(unused_mut, reason = "state words change, message words do not")]
            let (mut $a, mut $b, mut $c, mut $d) = (
                $w as u32 as u64,
                ($w >> 32u32) as u32 as u64,
                ($w >> 64u32) as u32 as u64,
                ($w >> 96u32) as u32 as u64,
            );
        )* };
    }
    /// Puts four words together.
    macro_rules! join {
        ($a:ident $b:ident $c:ident $d:ident) => {
            $a as u32 as u128
                | ($b as u32 as u128) << 32u32
                | ($c as u32 as u128) << 64u32
                | ($d as u32 as u128) << 96u32
        };
    }
    split! {
        m.0 => m0 m1 m2 m3;
        m.1 => m4 m5 m6 m7;
        n.0 => m8 m9 m10 m11;
        n.1 => m12 m13 m14 m15;
        cv.0 => v0 v1 v2 v3;
        cv.1 => v4 v5 v6 v7;
    }
    let (mut v8, mut v9, mut v10, mut v11) = (0x6A09_E667u64, 0xBB67_AE85u64, 0x3C6E_F372u64, 0xA54F_F53Au64);
    let (mut v12, mut v13, mut v14, mut v15) = (counter & 0xffff_ffff, counter >> 32u32, len, flags);
    rounds!(g [v0 v1 v2 v3 v4 v5 v6 v7 v8 v9 v10 v11 v12 v13 v14 v15]
              [m0 m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 m13 m14 m15]);
    v0 ^= v8;
    v1 ^= v9;
    v2 ^= v10;
    v3 ^= v11;
    v4 ^= v12;
    v5 ^= v13;
    v6 ^= v14;
    v7 ^= v15;
    (join!(v0 v1 v2 v3), join!(v4 v5 v6 v7))
}

/// The chaining values of three full chunks, the first with the number `counter`, compressed side by side.
const fn three_chunks(pairs: &[[u128; 2]; BUFFER], counter: u64) -> (Cv, Cv, Cv) {
    /// The quarter round G on three lanes. Words enter a rotation with at most two bits of carry, and leave it
    /// with none: `x >> r` loses what came from the next lane and the carry to its mask, `x << (32 - r)` gets only
    /// the `r` bits that fit.
    macro_rules! g {
        (@xor_rotate $x:ident $y:ident >> $r:literal $keep:literal << $l:literal $wrap:literal) => {
            $x ^= $y;
            let mut low = $x;
            low >>= $r;
            low &= $keep;
            $x &= $wrap;
            $x <<= $l;
            $x |= low;
        };
        ($a:ident $b:ident $c:ident $d:ident $x:ident $y:ident) => {
            $a += $b;
            $a += $x;
            g!(@xor_rotate $d $a >> 16u32 0xffff_000000_ffff_000000_ffff << 16u32 0xffff_000000_ffff_000000_ffff);
            $c += $d;
            g!(@xor_rotate $b $c >> 12u32 0xf_ffff_00000_f_ffff_00000_f_ffff << 20u32 0xfff_0000000_fff_0000000_fff);
            $a += $b;
            $a += $y;
            g!(@xor_rotate $d $a >> 8u32 0xff_ffff_0000_ff_ffff_0000_ff_ffff << 24u32 0xff_00000000_ff_00000000_ff);
            $c += $d;
            g!(@xor_rotate $b $c >> 7u32 0x1ff_ffff_000_1ff_ffff_000_1ff_ffff << 25u32 0x7f_00000000_7f_00000000_7f);
        };
    }
    macro_rules! state {
        ($($v:ident $k:literal)*) => { $( let mut $v: u128 = $k; )* };
    }
    state! {
        v0 0x6A09E667_00_6A09E667_00_6A09E667 v1 0xBB67AE85_00_BB67AE85_00_BB67AE85
        v2 0x3C6EF372_00_3C6EF372_00_3C6EF372 v3 0xA54FF53A_00_A54FF53A_00_A54FF53A
        v4 0x510E527F_00_510E527F_00_510E527F v5 0x9B05688C_00_9B05688C_00_9B05688C
        v6 0x1F83D9AB_00_1F83D9AB_00_1F83D9AB v7 0x5BE0CD19_00_5BE0CD19_00_5BE0CD19
    }
    let (n, low) = (counter as u128, 0xffff_ffff);
    let counter_low = n & low | ((n + 1) & low) << 40u32 | ((n + 2) & low) << 80u32;
    let counter_high = n >> 32u32 | (n + 1) >> 32u32 << 40u32 | (n + 2) >> 32u32 << 80u32;
    let mut flags = 0x1_00_00000001_00_00000001; // CHUNK_START in every lane.
    let mut at = 0;
    loop {
        let ([x0, x1], [x2, x3]) = (pairs[at], pairs[at + 1]);
        let ([y0, y1], [y2, y3]) = (pairs[at + 32], pairs[at + 33]);
        let ([z0, z1], [z2, z3]) = (pairs[at + 64], pairs[at + 65]);
        /// Spreads the four words of each chunk's `u128` over the three lanes of four message words.
        macro_rules! spread {
            ($($x:ident $y:ident $z:ident => $a:ident $b:ident $c:ident $d:ident;)*) => { $(
                let mut $a = $x;
                $a &= 0xffff_ffff;
                let mut t = $y; t &= 0xffff_ffff; t <<= 40u32; $a |= t;
                let mut t = $z; t &= 0xffff_ffff; t <<= 80u32; $a |= t;
                let mut $b = $x;
                $b >>= 32u32; $b &= 0xffff_ffff;
                let mut t = $y; t &= 0xffff_ffff_0000_0000; t <<= 8u32; $b |= t;
                let mut t = $z; t &= 0xffff_ffff_0000_0000; t <<= 48u32; $b |= t;
                let mut $c = $x;
                $c >>= 64u32; $c &= 0xffff_ffff;
                let mut t = $y; t &= 0xffff_ffff_0000_0000_0000_0000; t >>= 24u32; $c |= t;
                let mut t = $z; t &= 0xffff_ffff_0000_0000_0000_0000; t <<= 16u32; $c |= t;
                let mut $d = $x;
                $d >>= 96u32;
                let mut t = $y; t &= 0xffff_ffff_0000_0000_0000_0000_0000_0000; t >>= 56u32; $d |= t;
                let mut t = $z; t &= 0xffff_ffff_0000_0000_0000_0000_0000_0000; t >>= 16u32; $d |= t;
            )* };
        }
        spread! {
            x0 y0 z0 => m0 m1 m2 m3;
            x1 y1 z1 => m4 m5 m6 m7;
            x2 y2 z2 => m8 m9 m10 m11;
            x3 y3 z3 => m12 m13 m14 m15;
        }
        state! {
            v8 0x6A09E667_00_6A09E667_00_6A09E667 v9 0xBB67AE85_00_BB67AE85_00_BB67AE85
            v10 0x3C6EF372_00_3C6EF372_00_3C6EF372 v11 0xA54FF53A_00_A54FF53A_00_A54FF53A
        }
        let (mut v12, mut v13, mut v14, mut v15) =
            (counter_low, counter_high, 0x40_00_00000040_00_00000040u128, flags);
        rounds!(g [v0 v1 v2 v3 v4 v5 v6 v7 v8 v9 v10 v11 v12 v13 v14 v15]
                  [m0 m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 m13 m14 m15]);
        macro_rules! feed_forward {
            ($($v:ident $w:ident)*) => { $( $v ^= $w; $v &= 0xffffffff_00_ffffffff_00_ffffffff; )* };
        }
        feed_forward!(v0 v8 v1 v9 v2 v10 v3 v11 v4 v12 v5 v13 v6 v14 v7 v15);
        at += 2;
        if at == CHUNK {
            break;
        }
        flags = if at == CHUNK - 2 { 0x2_00_00000002_00_00000002 } else { 0 }; // CHUNK_END in every lane.
    }
    /// The chaining value in the lane that starts at bit `$lane`.
    macro_rules! lane {
        (@join $lane:literal $a:ident $b:ident $c:ident $d:ident) => {
            ($a >> $lane) & 0xffff_ffff
                | (($b >> $lane) & 0xffff_ffff) << 32u32
                | (($c >> $lane) & 0xffff_ffff) << 64u32
                | (($d >> $lane) & 0xffff_ffff) << 96u32
        };
        ($lane:literal) => { (lane!(@join $lane v0 v1 v2 v3), lane!(@join $lane v4 v5 v6 v7)) };
    }
    (lane!(0u32), lane!(40u32), lane!(80u32))
}

#[cfg(test)]
mod tests {
    use blake3::hazmat::HasherExt as _;

    use super::{BUFFER, CHUNK, Cv, Hasher, three_chunks};

    fn bytes((low, high): Cv) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes[..16].copy_from_slice(&low.to_le_bytes());
        bytes[16..].copy_from_slice(&high.to_le_bytes());
        bytes
    }

    /// Nobody hashes four tebibytes in a test, so the chunks behind them are compressed one by one.
    #[test]
    fn a_chunk_has_the_whole_of_its_number() {
        let mut input = [0; 32 * BUFFER];
        input.iter_mut().zip((0..=250).cycle()).for_each(|(byte, value)| *byte = value);
        let mut hasher = Hasher::new();
        hasher.bytes(&input);
        for first in [0, 1, (1 << 32) - 3, (1 << 32) - 2, (1 << 32) - 1, 1 << 32, 0x0012_3456_789a_bcde] {
            let expected = |index: u64| {
                let chunk = input.chunks_exact(1024).nth(usize::try_from(index).unwrap()).unwrap();
                let mut chunks = blake3::Hasher::new();
                chunks.set_input_offset(1024 * (first + index)).update(chunk).finalize_non_root()
            };
            let (a, b, c) = three_chunks(&hasher.pairs, first);
            assert_eq!([a, b, c].map(bytes), [0, 1, 2].map(expected), "three chunks from number {first}");
            for index in 0..3 {
                hasher.chunks = first + index;
                let chunk = hasher.chunk(CHUNK * usize::try_from(index).unwrap(), 1024, 0);
                assert_eq!(bytes(chunk), expected(index), "chunk number {first} + {index}");
            }
        }
    }
}
