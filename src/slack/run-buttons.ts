// Buttons that do what a command does, for whoever does not want to type it.
import type { Translate } from '../core/i18n/translate.ts'
import type { Block } from './blocks.ts'
import { plain } from './fields.ts'
import { RUN_NEAREST } from './receivers/dispatch.ts'

export type RunnableWord = 'standup' | 'log' | 'board' | 'me' | 'setup'

/** In the order given; one message may hold each word once. */
export function runButtons(words: readonly RunnableWord[], t: Translate, manages = false): Block {
  const labels = {
    standup: t('help.openStandup'),
    log: t('help.openLog'),
    board: t('help.showBoard'),
    me: t('help.showMine'),
    setup: manages ? t('setup.titleChange') : t('help.openSetup'),
  }
  return {
    type: 'actions',
    elements: words.map((word) => ({
      type: 'button',
      action_id: `${RUN_NEAREST}#${word}`,
      text: plain(labels[word]),
      value: word,
    })),
  }
}
