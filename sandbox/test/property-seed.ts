// Properties are tried with the same random values in every run; `PROPERTY_SEED=n npm test -w sandbox` tries others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 2026) })
