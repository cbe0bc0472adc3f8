// Parses one entry of the method table; lists are space-separated strings, which keeps fifty methods readable.

export interface MethodSpec {
  /** `t1` to `t4`: 1, 20, 50, 100 calls a minute for each workspace; `t5` has a limit of its own kind. */
  tier: 't1' | 't2' | 't3' | 't4' | 't5'
  /** Any one of these sets of bot scopes is enough; none needed when empty. */
  scopes: readonly (readonly string[])[]
  /** Required arguments, without `token`: it may also come as a header. */
  required: readonly string[]
  /** Every argument that the method knows, the required ones included. */
  args: readonly string[]
  /** The codes that this method's page documents. */
  errors: readonly string[]
  /** Whether a JSON body is accepted, besides a form. */
  json: boolean
  token: 'bot' | 'app' | 'none'
}

interface Written {
  /** Alternatives: conversations.* need the scope for the kind of channel. */
  scopes?: string
  required?: string
  optional?: string
  errors?: string
  json?: true
  token?: MethodSpec['token']
}

const words = (text = '') => text.split(/\s+/).filter(Boolean)

export const method = (tier: MethodSpec['tier'], written: Written): MethodSpec => ({
  tier,
  scopes: words(written.scopes).map((scope) => [scope]),
  required: words(written.required),
  args: [...words(written.required), ...words(written.optional)],
  errors: words(written.errors),
  json: written.json ?? false,
  token: written.token ?? 'bot',
})
