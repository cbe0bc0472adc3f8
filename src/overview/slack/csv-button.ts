// "As CSV": sends the table as a file to the reader alone; where the workspace takes no files it is shown to be copied.
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { modal, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { sectionsOf } from '../../slack/lines.ts'
import { clip, escapeText } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import { showTeam, type TeamView } from '../flows/show-team.ts'
import { OVERVIEW } from './ids.ts'
import { answerTo, Wanted } from './team-command.ts'
import { teamCsv } from './team-csv.ts'

const TITLE_LENGTH = 100
/** Between the fences of a code block. */
const LINE_LENGTH = 1000
/** Of Chinese these are as many bytes as a view may have. */
const BLOCKS_SHOWN = 25

export const sendCsv: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const { t } = call
  const { team: teamId, page: _, ...asked } = wanted
  const shown = await showTeam(context, call.who, { teamId }, asked)
  if (!shown.ok) return call.replyEphemeral(await answerTo(shown, call, context, ''))
  const content = teamCsv(shown, t)
  const { from, to } = shown.progress.period
  const title = titleOf(shown, t)
  const comment = t('overview.csvComment')
  const sent = await call.sendFile({ name: `team-${from}-${to}.csv`, title, content, comment })
  if (sent) return call.replyEphemeral(textMessage(t('overview.csvSent')))
  const view = copyView(content, t)
  await (call.view ? call.push(view) : call.open(view))
}

const titleOf = ({ team, progress, today }: TeamView, t: Translate): string =>
  t('overview.title', {
    team: clip(team.teamName, TITLE_LENGTH),
    period: periodText(progress.period, t, today),
  })

export function copyView(content: string, t: Translate): ModalView {
  const lines = content.split('\r\n').filter((line) => line !== '')
  const fenced = lines.map((line) => `\`${escapeText(clip(line.replaceAll('`', '’'), LINE_LENGTH))}\``)
  const blocks = sectionsOf(fenced)
  const cut = blocks.length > BLOCKS_SHOWN ? [section(t('overview.csvCut'))] : []
  return modal({
    callbackId: OVERVIEW.csv,
    title: t('overview.csv'),
    submit: null,
    close: t('common.close'),
    metadata: {},
    blocks: [section(t('overview.csvCopy')), ...blocks.slice(0, BLOCKS_SHOWN), ...cut],
  })
}
