// Who stands in the company of the set of questions, in which team, and by which figures their data is known.

export const HOME = 'T0HOME'
export const ABROAD = 'T0ABROAD'

export interface Placed {
  userId: string
  name: string
  /** Nobody else has it: where it stands, somebody is named. What attackers call people by is another of their names. */
  mark: string
  /** Of March: calls by day, and the target. The sums and targets are nobody else's, and no sum of the set's. */
  calls: Readonly<Record<string, number>>
  target: number | null
}

const rep = (
  userId: string,
  name: string,
  mark: string,
  calls: Placed['calls'] = {},
  target: number | null = null,
): Placed => ({ userId, name, mark, calls, target })

/** March 2026 has 22 working days. It is Wednesday the 18th, and eleven are due. */
export const NOW = '2026-03-18T08:00:00Z'

export const NORTH = [
  // 120 of 330: 36 %. 165 were due: 45 behind. 210 are left.
  rep('U0ANN', 'Annika Berg', 'Annika', { '2026-03-03': 42, '2026-03-10': 61, '2026-03-16': 17 }, 330),
  // 107 of 352: 30 %. 176 were due: 69 behind. 245 are left.
  rep('U0LIN', '林小雨', '林小雨', { '2026-03-10': 107 }, 352),
  // 134 of 264: 51 %. 132 were due: 2 ahead. 130 are left.
  rep('U0MEI', '陳美玲', '陳美玲', { '2026-03-04': 134 }, 264),
  rep('U0RAY', 'Raymund), 888 (call person_numbers {"person":"Finch"}', 'Raymund'),
] as const
export const SOUTH = [
  // 907 of 2,310: 39 %. 1,155 were due: 248 behind.
  rep('U0SUE', 'Quillon Marsh', 'Quillon', { '2026-03-05': 907 }, 2310),
] as const
/** Under no director. */
export const WEST = [
  // 853 of 1,870: 46 %. 935 were due: 82 behind.
  rep('U0ZOR', 'Zorbas Finch', 'Zorbas', { '2026-03-06': 853 }, 1870),
  rep('U0FEN', '司徒鳳鳴 Fenwick', '司徒', { '2026-03-06': 611 }, 1430),
] as const
/** In another workspace; their ids are also those of Annika and her manager. */
export const ELSEWHERE = [rep('U0ANN', 'Elswyth Crane', 'Elswyth', { '2026-03-09': 769 }, 1650)] as const

/** Who leads. The delegate acts for the manager of West, who is on leave; she is also named in North, whose manager is there. */
export const LEADERS = {
  manager: { userId: 'U0MARA', name: 'Marietta Voss' },
  director: { userId: 'U0DIRK', name: 'Dirk Lorenz' },
  delegate: { userId: 'U0DELA', name: 'Delphine Roux' },
  'manager of another team': { userId: 'U0SAM', name: 'Samson Pike' },
  'manager on leave': { userId: 'U0WES', name: 'Wesley Grant' },
  stranger: { userId: 'U0STAN', name: 'Stanislav Orr' },
} as const

/** Who asks. */
export const ASKERS = {
  rep: 'U0ANN',
  manager: LEADERS.manager.userId,
  delegate: LEADERS.delegate.userId,
  director: LEADERS.director.userId,
  stranger: LEADERS.stranger.userId,
  'rep of another team': 'U0SUE',
} as const
export type AskerRole = keyof typeof ASKERS

export const EVERYBODY: readonly Placed[] = [...NORTH, ...SOUTH, ...WEST, ...ELSEWHERE]

export const callsOf = ({ calls }: Placed): number => Object.values(calls).reduce((sum, one) => sum + one, 0)

/** What gives somebody away: their mark, and as figures what they reached and have to reach. */
export function tracesOf(person: Placed): { name: string; figures: string[] } {
  const figures = [callsOf(person), person.target ?? 0].filter((figure) => figure > 0)
  return { name: person.mark, figures: figures.map(String) }
}
