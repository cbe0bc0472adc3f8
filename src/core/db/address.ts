// Reads a database address as libpq does: one place decides what the driver is given.
import { readFileSync } from 'node:fs'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'

/** What Node's TLS is given; false: no TLS; 'prefer': TLS if the server has it, whoever it is. */
type Tls =
  | false
  | 'prefer'
  | {
      rejectUnauthorized: boolean
      ca?: string
      checkServerIdentity?: (host: string, certificate: PeerCertificate) => Error | undefined
    }

export interface DatabaseAddress {
  host: string
  port: number
  database: string
  username: string
  password: string
  ssl: Tls
  /** False: `?prepare=false`, for a pooler that is not noticed. */
  prepare: boolean
  /** The database is on another machine, and the mode does not insist on TLS. */
  mayBeUnencrypted: boolean
}
export type AddressResult = { ok: true; address: DatabaseAddress } | { ok: false; problem: string }

export const SSL_MODES = [
  'disable',
  'allow',
  'prefer',
  'require',
  'no-verify',
  'verify-ca',
  'verify-full',
] as const
type SslMode = (typeof SSL_MODES)[number]
/** The values of `?ssl=` that are no mode. */
const SSL_ALIASES: Record<string, SslMode> = {
  true: 'require',
  1: 'require',
  on: 'require',
  false: 'disable',
  0: 'disable',
  off: 'disable',
}
const WEAK: readonly SslMode[] = ['disable', 'allow', 'prefer']

/** Other parameters than `sslmode`, `ssl`, `sslrootcert`, `host` and `prepare` are dropped: a pooler refuses what it does not know. */
export function readAddress(text: string): AddressResult {
  if (!URL.canParse(text)) return { ok: false, problem: 'the database address cannot be read' }
  const url = new URL(text)
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  const isLocal = /^(localhost|127\..*|\[::1\]|\/.*|)$/.test(host)
  const asked = url.searchParams.get('sslmode') ?? url.searchParams.get('ssl')
  const mode = asked === null ? (isLocal ? 'disable' : 'prefer') : (SSL_ALIASES[asked] ?? asked)
  if (!isSslMode(mode)) return { ok: false, problem: `sslmode must be one of ${SSL_MODES.join(', ')}` }
  const rootFile = url.searchParams.get('sslrootcert')
  const ca =
    WEAK.includes(mode) || mode === 'no-verify' || !rootFile || rootFile === 'system'
      ? null
      : readFile(rootFile)
  if (ca && !ca.ok) return { ok: false, problem: 'the file of sslrootcert (PGSSLROOTCERT) cannot be read' }
  const username = decodeURIComponent(url.username)
  return {
    ok: true,
    address: {
      host: host || 'localhost',
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)) || username,
      username,
      password: decodeURIComponent(url.password),
      ssl: tlsOf(mode, host, ca?.text),
      prepare: url.searchParams.get('prepare') !== 'false',
      mayBeUnencrypted: !isLocal && WEAK.includes(mode),
    },
  }
}

const isSslMode = (mode: string): mode is SslMode => SSL_MODES.some((one) => one === mode)

/** As in libpq, `require` with a root certificate checks the chain. */
function tlsOf(mode: SslMode, host: string, ca: string | undefined): Tls {
  if (mode === 'disable') return false
  if (mode === 'allow' || mode === 'prefer') return 'prefer'
  const root = ca === undefined ? {} : { ca }
  // The driver names no host when it is an IP address, and Node would then check for localhost.
  if (mode === 'verify-full')
    return {
      ...{ rejectUnauthorized: true, ...root },
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
    }
  if (mode === 'verify-ca' || (mode === 'require' && ca !== undefined))
    return { rejectUnauthorized: true, ...root, checkServerIdentity: () => undefined }
  return { rejectUnauthorized: false }
}

function readFile(path: string): { ok: true; text: string } | { ok: false } {
  try {
    return { ok: true, text: readFileSync(path, 'utf8') }
  } catch {
    return { ok: false }
  }
}
