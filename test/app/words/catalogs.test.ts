// Holds the three catalogs together: the same keys, the same placeholders, nothing missing, nothing unused.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from '@formatjs/intl'
import { describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import type { MessageKey } from '../../../src/core/i18n/translate.ts'

const SOURCE = new URL('../../../src', import.meta.url).pathname
const WORDS_FOLDER = /\/words\//

const source = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !WORDS_FOLDER.test(name))
  .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
  .join('\n')

const literals = new Set([...source.matchAll(/['"`]([a-z-]+\.[\w-]+)['"`]/g)].map(([, key]) => key))
/** Keys put together from a fixed beginning, such as `role.${role}`. */
const beginnings = [
  ...[...source.matchAll(/`([a-z-]+\.\w*)\$\{/g)].map(([, beginning]) => beginning!),
  ...[...source.matchAll(/PREFIX = '([a-z-]+\.)'/g)].map(([, beginning]) => beginning!),
]
const isUsed = (key: string) => literals.has(key) || beginnings.some((beginning) => key.startsWith(beginning))

const keys = Object.keys(BOT.words.en).sort() as MessageKey[]

/** Names between braces at the top of an argument, `{count, plural, …}` included. */
const placeholders = (sentence: string) => [
  ...new Set([...sentence.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name!)),
]

test('every key is used', () => expect(keys.filter((key) => !isUsed(key))).toEqual([]))

describe.each(Object.entries(BOT.words))('%s', (locale, catalog) => {
  test('has every key and no other', () => expect(Object.keys(catalog).sort()).toEqual(keys))

  test('has a sentence for every key', () => {
    expect(keys.filter((key) => catalog[key].trim() === '')).toEqual([])
  })

  test('uses no placeholder that the English sentence does not have', () => {
    const strange = keys.filter((key) =>
      placeholders(catalog[key]).some((name) => !placeholders(BOT.words.en[key]).includes(name)),
    )
    expect(strange).toEqual([])
  })

  test('reads as an ICU message', () => {
    const intl = createIntl({
      locale,
      messages: catalog,
      onError: (error) => {
        throw error
      },
    })
    for (const key of keys) {
      const values = Object.fromEntries(placeholders(BOT.words.en[key]).map((name) => [name, 2]))
      expect(intl.formatMessage({ id: key }, values), key).not.toBe('')
    }
  })
})
