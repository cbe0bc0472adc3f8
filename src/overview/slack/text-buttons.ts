// Buttons that higher features put below the answers about a person and about a team.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Button } from '../../slack/blocks.ts'
import type { RepView } from '../flows/show-rep.ts'
import type { TeamView } from '../flows/show-team.ts'

export type RepButton = (view: RepView, t: Translate) => Button
export type TeamButton = (view: TeamView, t: Translate) => Button

declare module '../../core/context.ts' {
  interface Contributions {
    repButtons: readonly RepButton[]
    teamButtons: readonly TeamButton[]
  }
}
