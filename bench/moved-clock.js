// Loaded into the bot that is measured: its clock stands where the bench wants it, and is read as in an installation.
const moveMs = Number(process.env.BENCH_CLOCK_MOVE_MS)
const real = Temporal.Now.instant

Temporal.Now.instant = () => real().add({ milliseconds: moveMs })
