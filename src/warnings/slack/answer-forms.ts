// Draws the forms by which somebody takes a warning on, puts it off, or says why it is no risk.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { FIELD, field, modal } from '../../slack/fields.ts'
import { TEXT_LENGTH } from '../domain/answer.ts'
import { riskOf } from '../domain/warning.ts'
import type { Answerable } from '../flows/answer-warning.ts'
import { WARNINGS } from './ids.ts'

export const ACTION = 'action'
export const UNTIL = 'until'
export const NOTE = 'note'

const textField = (blockId: string, label: string, hint: string): Block =>
  field(
    blockId,
    label,
    { type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: TEXT_LENGTH },
    { hint },
  )

const dayField = (label: string, date: Temporal.PlainDate, hint: string): Block =>
  field(UNTIL, label, { type: 'datepicker', action_id: FIELD, initial_date: date.toString() }, { hint })

/** `home`: it was opened from Home, which is drawn anew. */
/** `goesUp`: somebody is above whom a promise that is not kept reaches. */
export const takeOnView = (
  { warning, days }: Answerable,
  home: boolean,
  t: Translate,
  goesUp = true,
): ModalView =>
  modal({
    callbackId: WARNINGS.takeOnForm,
    title: t('warning.takeOn'),
    submit: t('warning.takeOnSave'),
    close: t('common.cancel'),
    metadata: { episode: warning.episodeId, home },
    blocks: [
      textField(ACTION, t('warning.action'), t('warning.actionHint')),
      dayField(
        t('warning.until'),
        days.suggested,
        t(goesUp ? 'warning.untilHint' : 'warning.untilHintTop', { date: formatDate(days.last, t.locale) }),
      ),
    ],
  })

export const putOffView = ({ warning, days }: Answerable, home: boolean, t: Translate): ModalView =>
  modal({
    callbackId: WARNINGS.putOffForm,
    title: t('warning.putOff'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { episode: warning.episodeId, home },
    blocks: [
      dayField(
        t('warning.putOffUntil'),
        days.suggested,
        t('warning.putOffHint', { date: formatDate(days.last, t.locale) }),
      ),
    ],
  })

export const noRiskView = ({ warning }: Answerable, home: boolean, t: Translate): ModalView =>
  modal({
    callbackId: WARNINGS.noRiskForm,
    title: t('warning.noRisk'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { episode: warning.episodeId, home },
    blocks: [
      textField(NOTE, t('warning.reason'), t(riskOf(warning) ? 'risk.closeHint' : 'warning.reasonHint')),
    ],
  })
