// Fields of the standup form, drawn and read: multi-line text, checkboxes, a menu of several choices, a colleague.
import type { UserId } from '../../../core/ids.ts'
import type { Block } from '../../../slack/blocks.ts'
import { type Choice, FIELD, field, fieldIn, option, plain } from '../../../slack/fields.ts'
import { limits } from '../../../slack/limits.ts'
import { clip } from '../../../slack/mrkdwn.ts'
import type { FormState } from '../../../slack/requests.ts'

const TEXT_LENGTH = limits.plainTextInput.maxLength.max
const BOXES = limits.checkboxes.options.maxItems

export function linesBlock(
  blockId: string,
  of: { label: string; hint?: string; lines: readonly string[]; optional: boolean },
): Block {
  const value = clip(of.lines.join('\n'), TEXT_LENGTH)
  return field(
    blockId,
    of.label,
    {
      type: 'plain_text_input',
      action_id: FIELD,
      multiline: true,
      max_length: TEXT_LENGTH,
      ...(value && { initial_value: value }),
    },
    of,
  )
}

/** Checkboxes, split into groups because Slack limits the options of one; no block without choices. */
export function boxBlocks(
  blockId: string,
  of: { label: string; hint?: string; choices: readonly Choice[]; ticked: readonly string[] },
): Block[] {
  const blocks: Block[] = []
  for (let start = 0; start < of.choices.length; start += BOXES) {
    const part = blocks.length + 1
    const group = of.choices.slice(start, start + BOXES)
    const ticked = group.filter(({ value }) => of.ticked.includes(value)).map(option)
    blocks.push(
      field(
        `${blockId}:${part}`,
        part === 1 ? of.label : `${of.label} (${part})`,
        {
          type: 'checkboxes',
          action_id: FIELD,
          options: group.map(option),
          ...(ticked.length > 0 && { initial_options: ticked }),
        },
        { optional: true, ...(of.hint && part === 1 && { hint: of.hint }) },
      ),
    )
  }
  return blocks
}

export function choicesBlock(
  blockId: string,
  of: { label: string; placeholder: string; choices: readonly Choice[]; chosen: readonly string[] },
): Block {
  const chosen = of.choices.filter(({ value }) => of.chosen.includes(value)).map(option)
  return field(
    blockId,
    of.label,
    {
      type: 'multi_static_select',
      action_id: FIELD,
      placeholder: plain(of.placeholder),
      options: of.choices.map(option),
      ...(chosen.length > 0 && { initial_options: chosen }),
    },
    { optional: true },
  )
}

/** Values ticked in all groups of checkboxes, or chosen in a menu. */
export function allChosenIn(state: FormState, blockId: string): string[] {
  return Object.keys(state)
    .filter((key) => key === blockId || key.startsWith(`${blockId}:`))
    .flatMap((key) => (fieldIn(state, key)?.selected_options ?? []).map(({ value }) => value))
}

export function colleagueBlock(blockId: string, of: { label: string; userId: UserId | null }): Block {
  const element = { type: 'users_select', action_id: FIELD } as const
  return field(blockId, of.label, of.userId ? { ...element, initial_user: of.userId } : element, {
    optional: true,
  })
}
