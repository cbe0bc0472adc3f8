// Looks sentences up in a reader's language and fills them in by ICU rules.
import { createIntl, createIntlCache } from '@formatjs/intl'
import { en } from '../../app/words/en.ts'
import { zhCN } from '../../app/words/zh-cn.ts'
import { zhTW } from '../../app/words/zh-tw.ts'
import type { Locale } from './locale.ts'

export type MessageKey = keyof typeof en
export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = ((key: MessageKey, values?: MessageValues) => string) & { locale: Locale }

export const CATALOGS: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
}

const cache = createIntlCache()

function build(locale: Locale): Translate {
  const intl = createIntl(
    {
      locale,
      messages: CATALOGS[locale],
      onError: (error) => {
        throw error
      },
    },
    cache,
  )
  const translate = (key: MessageKey, values: MessageValues = {}) => intl.formatMessage({ id: key }, values)
  return Object.assign(translate, { locale })
}

const translators: Readonly<Record<Locale, Translate>> = {
  en: build('en'),
  'zh-CN': build('zh-CN'),
  'zh-TW': build('zh-TW'),
}

export const translator = (locale: Locale): Translate => translators[locale]
