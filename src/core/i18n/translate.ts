// Translates message keys into a language, and formats their values as ICU messages.
import { createIntl, createIntlCache } from '@formatjs/intl'
import { LOCALES, type Locale } from './locale.ts'

/** All message keys: each room adds its own by declaration merging, so that the compiler checks them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Sentences {}
export type MessageKey = keyof Sentences
export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = ((key: MessageKey, values?: MessageValues) => string) & {
  locale: Locale
  /** The same for a team that calls its daily check-in by a name of its own. Empty or missing: the language's word. */
  calling(checkin: string | undefined): Translate
}
export type Translator = (locale: Locale) => Translate

/** The messages of one room, or of all rooms, in each language. */
export type Words<Key extends string = MessageKey> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>

/** Throws where two rooms define the same key. */
export function joinWords(rooms: readonly Words<never>[]): Words {
  const joined = Object.fromEntries(LOCALES.map((locale) => [locale, {}])) as Record<
    Locale,
    Record<string, string>
  >
  for (const locale of LOCALES)
    for (const [key, sentence] of rooms.flatMap((words) => Object.entries<string>(words[locale]))) {
      if (key in joined[locale]) throw new Error(`Two messages have the key ${key}.`)
      joined[locale][key] = sentence
    }
  return joined as Words
}

const CHECKIN = 'common.checkin'

export function createTranslator(words: Words): Translator {
  const cache = createIntlCache()
  const build = (locale: Locale): Translate => {
    const intl = createIntl(
      {
        locale,
        messages: words[locale],
        onError: (error) => {
          throw error
        },
      },
      cache,
    )
    const calling = (checkin: string): Translate => {
      const translate = (key: MessageKey, values: MessageValues = {}) =>
        intl.formatMessage({ id: key }, { checkin, ...values })
      return Object.assign(translate, {
        locale,
        calling: (name: string | undefined) => calling(name || word),
      })
    }
    const word = words[locale][CHECKIN] ?? ''
    return calling(word)
  }
  const known = Object.fromEntries(LOCALES.map((locale) => [locale, build(locale)])) as Record<
    Locale,
    Translate
  >
  return (locale) => known[locale]
}
