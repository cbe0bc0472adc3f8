// Chooses the supported language for a person from their Slack locale.

export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const
export type Locale = (typeof LOCALES)[number]

/** The supported language nearest to an IETF code such as `zh-Hant-HK`; English when none is near. */
export function nearestLocale(code: string | null | undefined): Locale {
  const wanted = (code ?? '').toLowerCase()
  if (!wanted.startsWith('zh')) return 'en'
  return /hant|tw|hk|mo/.test(wanted) ? 'zh-TW' : 'zh-CN'
}
