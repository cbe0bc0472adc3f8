// Decides which date the heading over everybody's numbers names: numbers of another date carry their own.

interface Dated {
  numbersDate: Temporal.PlainDate
  numbers: readonly unknown[]
}

/** The team's date, unless nobody has numbers of it. */
export function headingDate(ofTeam: Temporal.PlainDate, answers: readonly Dated[]): Temporal.PlainDate {
  const dates = answers.filter(({ numbers }) => numbers.length > 0).map(({ numbersDate }) => numbersDate)
  return dates.some((date) => date.equals(ofTeam)) ? ofTeam : (dates[0] ?? ofTeam)
}
