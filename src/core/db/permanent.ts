// Tells faults of the database that trying again does not mend, and says what to do about each.
import { PermanentFault } from '../retry.ts'

const CERTIFICATE = 'The certificate of the database is not trusted'
const TRUST =
  'Name its root certificate in PGSSLROOTCERT, or connect without the check by sslmode=no-verify in DATABASE_URL.'
const ADVICE: Record<string, string> = {
  '28P01': 'The database refuses the password: correct it in DATABASE_URL.',
  '28000':
    'The database refuses this role or this connection: check the role in DATABASE_URL, its right to log in, and whether the server asks for sslmode=require.',
  '3D000': 'There is no database of this name: create it, or correct the name in DATABASE_URL.',
  '42501':
    'The role of DATABASE_URL has too few rights: grant what is named here, or run `npm run migrate` as a role that has it (docs/operators.md, Rights).',
  '42P07':
    'The database has tables of another application under our names: give the bot a database of its own, or a schema (docs/operators.md, Shared).',
  '3F000':
    'The search_path of the role names no schema that exists: set one by `alter role … set search_path = …`.',
  DEPTH_ZERO_SELF_SIGNED_CERT: `${CERTIFICATE}: it signed itself. ${TRUST}`,
  SELF_SIGNED_CERT_IN_CHAIN: `${CERTIFICATE}: its root is not known. ${TRUST}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `${CERTIFICATE}: its root is not known. ${TRUST}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `${CERTIFICATE}: its root is not known. ${TRUST}`,
  CERT_HAS_EXPIRED: `${CERTIFICATE}: it has expired. Renew it.`,
  ERR_TLS_CERT_ALTNAME_INVALID: `${CERTIFICATE}: it is for another host. Use the host that it names, or sslmode=verify-ca.`,
}

const NO_TLS = 'The database does not offer TLS: switch it on there, or set sslmode=disable in DATABASE_URL.'
/** How Node puts it when the server hangs up on a TLS greeting; there is no code of its own for it. */
const HUNG_UP = /before secure TLS connection was established/

const POOLER =
  'The pooler before the database must run in session or transaction mode, and pass on or ignore what is named here (docs/operators.md, Poolers).'
/** Poolers have no codes of their own, either. */
const POOLER_REFUSES = /unsupported startup parameter|transaction blocks not allowed/
/** What the database said is kept: it names the right, the table or the parameter. */
const QUOTED = ['42501', '42P07']

/** Null: the fault may pass. */
export function permanentFault(fault: unknown): PermanentFault | null {
  if (!(fault instanceof Error)) return null
  if (fault.cause instanceof Error) return permanentFault(fault.cause)
  const code = String((fault as { code?: unknown }).code)
  if (HUNG_UP.test(fault.message)) return new PermanentFault(NO_TLS)
  if (POOLER_REFUSES.test(fault.message)) return new PermanentFault(`${fault.message}. ${POOLER}`)
  const advice = ADVICE[code]
  if (advice === undefined) return null
  return new PermanentFault(QUOTED.includes(code) ? `${fault.message}. ${advice}` : advice)
}
