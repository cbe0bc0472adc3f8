// The form in which a manager adds members to a team, changes their role and removes them.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { button, chosenIn, field, menu, modal, peopleMenu, section, usersIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention, mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import { inRoleOrder } from '../domain/own-role.ts'
import { ROLES } from '../domain/team.ts'
import type { MembersChange, MembersChanged } from '../flows/change-members.ts'
import type { MembersFacts } from '../flows/load-members.ts'
import { TEAM } from './ids.ts'
import { refusedLines, waitingLines } from './join-request.ts'
import { roleChoices, roleName } from './role-choices.ts'
import { teamLabel } from './team-line.ts'

const MEMBERS = { place: 'place', role: 'role', remove: 'remove' } as const

const Metadata = z.object({ teamId: z.uuid() })

/** The team id in the view's metadata. Null: the metadata is invalid. */
export const readTeamMetadata = (text: string): string | null => readJson(text, Metadata)?.teamId ?? null

/** So many mentions fit into one section block after the role. */
const MAX_NAMED = 100
const MAX_LEFT_LENGTH = 1000

export function membersView(facts: MembersFacts, t: Translate): ModalView {
  return modal({
    callbackId: TEAM.membersForm,
    title: t('team.membersTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId: facts.teamId },
    blocks: [
      ...membersList(facts, t),
      field(MEMBERS.place, t('team.place'), peopleMenu([]), { optional: true }),
      field(MEMBERS.role, t('team.placeRole'), menu(roleChoices(facts.roles, t), ROLES[0])),
      field(MEMBERS.remove, t('team.remove'), peopleMenu([]), { optional: true, hint: t('team.removeHint') }),
      button(TEAM.toHolidays, t('holidays.button'), facts.teamId),
    ],
  })
}

export type MembersRead = { ok: true; value: MembersChange } | { ok: false; errors: Record<string, string> }

export function readMembers(state: FormState, t: Translate): MembersRead {
  const placed = usersIn(state, MEMBERS.place)
  const removed = usersIn(state, MEMBERS.remove)
  const role = chosenIn(state, MEMBERS.role)
  if (placed.length + removed.length === 0)
    return { ok: false, errors: { [MEMBERS.place]: t('team.nothingChosen') } }
  if (!role) return { ok: false, errors: { [MEMBERS.role]: t('team.problemMissing') } }
  return { ok: true, value: { placed, removed, role } }
}

export function membersErrors(
  problem: Exclude<MembersChanged, { ok: true }>,
  t: Translate,
): Record<string, string> {
  if (problem.reason === 'placed-and-removed') return { [MEMBERS.remove]: t('team.placedAndRemoved') }
  if (problem.reason === 'no-role') return { [MEMBERS.role]: t('team.problemMissing') }
  if (problem.reason === 'not-allowed') return { [MEMBERS.place]: t('team.notAllowed') }
  const names = problem.names.join(t('common.listSeparator'))
  return { [MEMBERS.place]: t('setup.unusable', { names }) }
}

/** The view after saving: what changed, and the members of the team now. */
export function membersDoneView(
  changed: Extract<MembersChanged, { ok: true }>,
  facts: MembersFacts,
  t: Translate,
): ModalView {
  const lines = [t('team.membersSaved')]
  if (changed.joined.length > 0) lines.push(t('team.joined', { names: named(changed.joined) }))
  if (changed.moved.length > 0) lines.push(t('team.moved', { names: named(changed.moved) }))
  if (changed.left.length > 0) lines.push(t('team.left', { names: named(changed.left) }))
  if (changed.withdrawn.length > 0) lines.push(t('join.noLongerWanted', { names: named(changed.withdrawn) }))
  lines.push(...refusedLines(changed.refused, t))
  return modal({
    callbackId: TEAM.membersForm,
    title: t('team.membersTitle'),
    submit: null,
    close: t('setup.finish'),
    metadata: { teamId: facts.teamId },
    blocks: [
      ...lines.map(section),
      ...membersList(facts, t),
      button(TEAM.toMembers, t('team.more'), facts.teamId),
    ],
  })
}

function membersList(facts: MembersFacts, t: Translate): Block[] {
  const { members, waiting, left } = facts
  const blocks = [section(t('team.membersOf', { team: teamLabel(facts, t), people: members.length }))]
  for (const role of inRoleOrder(members.map((member) => member.role))) {
    const userIds = members.filter((member) => member.role === role).map(({ userId }) => userId)
    if (userIds.length > 0)
      blocks.push(section(t('team.membersOfRole', { role: roleName(role, t), names: named(userIds) })))
  }
  blocks.push(...waitingLines(waiting, t).map(section))
  if (left.length > 0) {
    const names = left.map(({ name, deactivated }) => (deactivated ? t('team.deactivated', { name }) : name))
    const text = escapeWithin(names.join(t('common.listSeparator')), MAX_LEFT_LENGTH)
    blocks.push({
      type: 'context',
      elements: [mrkdwn(t('team.membersLeft', { names: text }))],
    })
  }
  return blocks
}

function named(userIds: readonly string[]): string {
  const names = userIds.slice(0, MAX_NAMED).map(mention).join(' ')
  return userIds.length > MAX_NAMED ? `${names} … (+${userIds.length - MAX_NAMED})` : names
}
