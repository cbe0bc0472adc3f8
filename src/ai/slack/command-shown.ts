// Writes a command as a reader of the language would type it: '/kpi 团队 华东 本月'. Buttons keep it as it was.
import type { Translate } from '../../core/i18n/translate.ts'

const SPAN = /(?<= )(today|yesterday|(?:this|last) (?:week|month|quarter|year))$/u
const BOARD = /(?<=^board )(day|week|month)\b/u

export function commandShown(command: string, t: Translate): string {
  const [, slash = '', typed = ''] = /^(\/kpi )?(.*)$/su.exec(command)!
  const inWords = typed
    .replace(typed.startsWith('board ') ? BOARD : SPAN, (text) =>
      t('ask.spanWord', { span: text.replace(' ', '_'), text }),
    )
    .replace(/^[a-z]+(?= |$)/u, (word) => t('ask.commandWord', { word }))
  return `${slash}${inWords}`
}
