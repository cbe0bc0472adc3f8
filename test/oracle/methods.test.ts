// Our table of Web API methods agrees with Slack's documentation as others extracted it.
import { describe, expect, test } from 'vitest'
import { METHODS } from '../../sandbox/api/method-table.ts'
import { namesIn, readOracle } from './oracle.ts'

const documented = namesIn('web-api')
const sorted = (words: Iterable<string>) => [...words].sort()
/** The token travels in a header as often as among the arguments, so our table keeps it apart. */
const withoutToken = (words: string[] = []) => sorted(words.filter((word) => word !== 'token'))

test('the same methods', () => {
  expect(sorted(Object.keys(METHODS))).toEqual(sorted(documented))
})

describe.each(documented)('%s', (name) => {
  const page = readOracle(`web-api/${name}.json`)
  const ours = METHODS[name]!

  test('arguments', () => {
    expect(sorted(ours.args)).toEqual(withoutToken(Object.keys(page.args.properties)))
    expect(sorted(ours.required)).toEqual(withoutToken(page.args.required))
  })

  test('scopes, any one of them', () => {
    expect(sorted(ours.scopes.map((scopes) => scopes.join(' ')))).toEqual(sorted(page.scope.bot ?? []))
  })

  test('errors', () => {
    expect(sorted(ours.errors)).toEqual(sorted(Object.keys(page.errors)))
  })

  test('tier, form of the body, kind of token', () => {
    const appToken = /app-level token/.test(page.errors.missing_args?.desc ?? '')
    const token = appToken ? 'app' : page.args.required?.includes('token') ? 'bot' : 'none'
    expect({ tier: ours.tier, json: ours.json, token: ours.token }).toEqual({
      tier: page.rate_limits,
      json: page.json_input_supported ?? false,
      token,
    })
  })
})
