// What tells one kind of check-in from another: its name, when it is due, and its questions. The standup is the first kind.
import type { CheckinTimes } from '../../org/domain/checkin-window.ts'
import type { QuestionSwitch, TeamSettings } from '../../org/domain/team.ts'

/** `choice`: boxes to tick; `list`: one line each. */
export type QuestionKind = 'text' | 'list' | 'number' | 'choice'

export interface CheckinQuestion<Key extends string = string> extends QuestionSwitch {
  key: Key
  kind: QuestionKind
}

/** `snooze-over`: a member asked to be reminded then. `edit-over`, `late-over`: the buttons of members' cards end, after the close and when no late answer is taken any more. */
export type CheckinStep =
  | 'prompt'
  | 'remind'
  | 'snooze-over'
  | 'member-close'
  | 'close'
  | 'edit-over'
  | 'late-over'

export interface Rhythm extends CheckinTimes {
  /**
   * ISO day of the week of a weekly check-in. Who is off on it is asked on the last day of the week that they work.
   * Null: it is asked on every working day.
   */
  weekday: number | null
}

export interface CheckinKind<Key extends string = string> {
  /** As stored with its days, and with a team's choice of questions. */
  name: string
  /** When it prompts, reminds and closes, from the team's settings. Null: the team does not have it. */
  rhythm: (settings: TeamSettings) => Rhythm | null
  /** What each step is called among what falls due. */
  dueKinds: Readonly<Record<CheckinStep, string>>
  /** True: other kinds have the same `dueKinds`, so that the keys of its due items hold its name and date. */
  sharesDueKinds: boolean
  /** In the order in which they are asked, unless the team has another. */
  questions: readonly CheckinQuestion<Key>[]
}

/**
 * The questions that the team asks, in its order. One that the kind does not have is ignored; one that the team's
 * stored list does not name yet follows at the end, on or off as the kind has it.
 */
export function questionsAsked<Key extends string>(
  kind: CheckinKind<Key>,
  { questions }: Pick<TeamSettings, 'questions'>,
): CheckinQuestion<Key>[] {
  const stored = questions[kind.name] ?? []
  const listed = stored.flatMap(({ key, on }) => {
    const question = kind.questions.find((each) => each.key === key)
    return question ? [{ ...question, on }] : []
  })
  const added = kind.questions.filter(({ key }) => !stored.some((each) => each.key === key))
  return [...listed, ...added].filter(({ on }) => on)
}

/** Whether the team asks the question. */
export const asks = <Key extends string>(
  kind: CheckinKind<Key>,
  settings: Pick<TeamSettings, 'questions'>,
  key: NoInfer<Key>,
): boolean => questionsAsked(kind, settings).some((question) => question.key === key)
