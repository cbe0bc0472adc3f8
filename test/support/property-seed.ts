// The properties are tried with the same values each time, so that a run says something about the change and not
// about luck; `PROPERTY_SEED=n npm test` tries others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 2026) })
