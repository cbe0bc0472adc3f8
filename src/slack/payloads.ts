// Schemas for the parts of Slack's payloads that the bot reads; a payload that does not match is ignored.
import { z } from 'zod'
import { isSlackId } from './ids.ts'
import { unescapeText } from './mrkdwn.ts'

const Id = z.string().refine(isSlackId)
/** Removes what Postgres cannot store: NUL and unpaired surrogates. */
const Text = z.string().overwrite((text) => text.replaceAll('\u0000', '').toWellFormed())
/** Slack escapes three characters in what is typed after a command; mentions stay in angle brackets. */
export const TypedText = Text.overwrite(unescapeText)
const Choice = z.looseObject({ value: Text })

const InputValue = z.looseObject({
  type: z.string(),
  value: Text.nullish(),
  selected_option: Choice.nullish(),
  selected_options: z.array(Choice).optional(),
  selected_user: Text.nullish(),
  selected_users: z.array(Text).optional(),
  selected_date: Text.nullish(),
  selected_time: Text.nullish(),
  selected_conversation: Text.nullish(),
})

const View = z.looseObject({
  id: Id,
  type: z.string(),
  hash: z.string().default(''),
  callback_id: z.string().default(''),
  private_metadata: Text.default(''),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })).default([]),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), InputValue)) }).optional(),
})

const Interaction = z.looseObject({
  team: z.looseObject({ id: Id }),
  /** `team_id` differs from `team.id` where a user of another workspace acts in a shared channel, and for users of an Enterprise organisation. */
  user: z.looseObject({ id: Id, team_id: z.string().optional() }),
  trigger_id: z.string().default(''),
})

export const Command = z.looseObject({
  team_id: Id,
  user_id: Id,
  channel_id: Id,
  text: TypedText.default(''),
  trigger_id: z.string().default(''),
  response_url: z.string().default(''),
})

export type Command = z.infer<typeof Command>

export const BlockAction = Interaction.extend({
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        value: Text.nullish(),
        selected_option: Choice.nullish(),
        selected_options: z.array(Choice).optional(),
        selected_user: Text.nullish(),
        selected_date: Text.nullish(),
        selected_time: Text.nullish(),
        selected_conversation: Text.nullish(),
      }),
    )
    .min(1),
  channel: z.looseObject({ id: Id }).nullish(),
  view: View.nullish(),
  response_url: z.string().default(''),
})
export type BlockAction = z.infer<typeof BlockAction>

export const Submission = Interaction.extend({ view: View })
export type Submission = z.infer<typeof Submission>

export const Shortcut = Interaction.extend({ callback_id: z.string() })

export type Shortcut = z.infer<typeof Shortcut>

export const EventCallback = z.looseObject({
  team_id: Id,
  event: z.looseObject({ type: z.string() }),
})

/** The button's value or the selected value; several selected options are joined with commas. */
export function chosenValue(action: BlockAction['actions'][number]): string {
  return (
    action.value ??
    action.selected_option?.value ??
    action.selected_user ??
    action.selected_date ??
    action.selected_time ??
    action.selected_conversation ??
    action.selected_options?.map((option) => option.value).join(',') ??
    ''
  )
}
