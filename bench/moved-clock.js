// Loaded into the measured bot: sets its clock to the bench's time, without the cost of reading a clock file.
const moveMs = Number(process.env.BENCH_CLOCK_MOVE_MS)
const realInstant = Temporal.Now.instant
const realDate = Date.now

Temporal.Now.instant = () => realInstant().add({ milliseconds: moveMs })
// Bolt checks by it when a request was signed.
Date.now = () => realDate() + moveMs
