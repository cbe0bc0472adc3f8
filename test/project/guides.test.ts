// Every command is in the guides of each language, and the guides name no other; each leads to its other languages and has its pictures.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Locale } from '../../src/core/i18n/locale.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const FOLDERS: Readonly<Record<Locale, string>> = { en: 'docs', 'zh-CN': 'docs/zh-CN', 'zh-TW': 'docs/zh-TW' }
const READMES: Readonly<Record<Locale, string>> = {
  en: 'README.md',
  'zh-CN': 'README.zh-CN.md',
  'zh-TW': 'README.zh-TW.md',
}
const GUIDES = ['reps.md', 'managers.md', 'directors.md', 'warnings.md']
const MOST_BYTES = 150 * 1024

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const guide = (locale: Locale, name: string) => `${FOLDERS[locale]}/${name}`
const inLanguage = (locale: Locale) => [READMES[locale], ...GUIDES.map((name) => guide(locale, name))]
const typed = (text: string) => [...text.matchAll(/`\/kpi ([^\s`]+)/g)].map(([, word]) => word!)

const commands = BOT.handlers.commands
const names = new Set(
  commands.flatMap(({ word, aliases, telling }) => [word, ...aliases, ...(telling ?? [])]),
)

/** The word by which `/kpi help` calls the command in the language. */
function wordOf(command: (typeof commands)[number], locale: Locale): string {
  const sentence = BOT.words[locale][command.help ? command.help.text : 'home.more']
  return typed(sentence)[0]!
}

describe.each(LOCALES)('%s', (locale) => {
  const reps = typed(read(guide(locale, 'reps.md')))
  const managers = typed(read(guide(locale, 'managers.md')))

  test.each(commands.map((command) => [command.word, command] as const))(
    '/kpi %s is in the guide of those who can use it, by the word of the language',
    (_, command) => {
      const word = wordOf(command, locale)
      expect(names).toContain(word)
      if (command.help?.audience !== 'managers') expect(reps).toContain(word)
      if (command.help?.audience === 'managers') expect(managers).toContain(word)
    },
  )

  test('the guides name no command that does not exist', () => {
    const strange = inLanguage(locale).flatMap((path) => typed(read(path)).filter((word) => !names.has(word)))
    expect(strange).toEqual([])
  })

  test('each guide and the README lead to the same one in the other languages', () => {
    for (const path of inLanguage(locale)) {
      const first = read(path).split('\n')[0]!
      const links = [...first.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => join(dirname(path), link!))
      const others = LOCALES.filter((other) => other !== locale)
      const name = path.split('/').at(-1)!
      expect(links, path).toEqual(
        others.map((other) => (path === READMES[locale] ? READMES[other] : guide(other, name))),
      )
    }
  })

  test('every picture and every page that they show or lead to is there', () => {
    for (const path of inLanguage(locale)) {
      const targets = [...read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!)
      const missing = targets.filter(
        (target) => !/^https?:/.test(target) && !existsSync(join(ROOT, dirname(path), target)),
      )
      expect(missing, path).toEqual([])
    }
  })
})

test('the Chinese guides have pictures in their own language', () => {
  for (const locale of ['zh-CN', 'zh-TW'] as const)
    for (const path of [READMES[locale], guide(locale, 'reps.md'), guide(locale, 'managers.md')]) {
      const pictures = [...read(path).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, target]) => target!)
      expect(pictures.length, path).toBeGreaterThan(0)
      expect(
        pictures.filter((target) => !target.includes(`images/${locale}/`)),
        path,
      ).toEqual([])
    }
})

test('every picture is shown somewhere, and none is larger than 150 KB', () => {
  const images = readdirSync(join(ROOT, 'docs/images'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.png'),
  )
  const pages = [...LOCALES.flatMap(inLanguage), 'sandbox/README.md'].map(read).join('\n')
  expect(images.filter((name) => !pages.includes(`images/${name}`))).toEqual([])
  expect(images.filter((name) => statSync(join(ROOT, 'docs/images', name)).size > MOST_BYTES)).toEqual([])
})
