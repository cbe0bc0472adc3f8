// Loaded into the measured bot: sets its clock to the bench's time, without the cost of reading a clock file.
const moveMs = Number(process.env.BENCH_CLOCK_MOVE_MS)
const real = Temporal.Now.instant

Temporal.Now.instant = () => real().add({ milliseconds: moveMs })
