// What the forms for a target answer with, whether it is a team's own or goes down to teams below.
import { digestOf } from '../../slack/digest.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { SubmitRequest, SubmitResult } from '../../slack/requests.ts'
import type { TargetMetadata } from './target-form.ts'

export const at = (blockId: string, text: string): SubmitResult => ({
  kind: 'errors',
  errors: { [blockId]: text },
})

export const message = (text: string): SubmitResult => ({
  kind: 'update',
  view: messageAsModal(textMessage(text)),
})

/** What was shown, and by what a submit is known that Slack delivers again. */
export const formOf = ({ viewId, state }: SubmitRequest, { version }: TargetMetadata) => ({
  version,
  sourceKey: `${viewId}:${digestOf(state)}:${version}`,
})

/** Why a plan is not saved: a field is wrong, or a part was set by hand since it was shown. */
export type Stop =
  | { errors: Record<string, string> }
  | { set: Partial<Pick<TargetMetadata, 'hand' | 'months'>> }
