// Explains the commands to a reader: what a rep needs, and what a manager needs on top.
import type { Translate } from '../core/i18n/translate.ts'
import type { RenderedMessage } from './blocks.ts'
import { section } from './fields.ts'
import { type RunnableWord, runButtons } from './run-buttons.ts'

export interface HelpReader {
  isMember: boolean
  isManager: boolean
  /** May answer, but not set anything up. */
  isGuest: boolean
}

export function renderHelp({ isMember, isManager, isGuest }: HelpReader, t: Translate): RenderedMessage {
  const forReps = [t('help.standup'), t('help.log'), t('help.me'), t('help.board'), t('help.leave')]
  const forManagers = [
    t('help.setup'),
    t('help.members'),
    t('help.metrics'),
    t('help.days'),
    t('help.correct'),
  ]
  const stranger = !isMember && !isManager
  const paragraphs = [
    t('help.title'),
    ...(stranger ? [isGuest ? t('help.guest') : t('help.start')] : []),
    ...(isMember ? [forReps.join('\n')] : []),
    ...(isManager
      ? [[t('help.manager'), ...(isMember ? [] : [t('help.board')]), ...forManagers].join('\n')]
      : []),
  ]
  const words: RunnableWord[] = [
    ...(isMember ? (['standup', 'log', 'me', 'board'] as const) : []),
    ...(isManager && !isMember ? (['board'] as const) : []),
    ...(isManager || (stranger && !isGuest) ? (['setup'] as const) : []),
  ]
  const text = paragraphs.join('\n\n')
  const buttons = words.length > 0 ? [runButtons(words, t, isManager)] : []
  return { text, blocks: [...paragraphs.map(section), ...buttons] }
}
