// Lines that higher features put at the end of the workspace's form, each with a button to what it sets.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'

export type WorkspaceLine = (t: Translate) => Block

declare module '../../core/context.ts' {
  interface Contributions {
    workspaceLines: readonly WorkspaceLine[]
  }
}
