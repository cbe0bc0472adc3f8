// The common English words that are nobody's name, with a capital letter at the start of a sentence or in small letters.

/** 'Will', 'Mark', 'Grace', 'May' are left out: at the start of a sentence they may be somebody. */
const COMMON = `
a an the this that these those such same other another each every both any some all no not nothing something anything
i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what
and or but nor so yet if then than because since though although while whereas unless until whether as
in on at by for with without within of off to from into onto about above across after against along among around before
behind below beneath beside besides between beyond despite down during except inside like near out outside over past per
through throughout toward towards under up upon via
is are was were be been being am do does did done has have had having can could would should might must shall cannot
there here where when why how now also again already almost always often sometimes usually still just only even too very
quite rather instead therefore however moreover meanwhile otherwise first finally next later soon together once well
overall besides likewise similarly clearly mostly mainly currently recently yes please thanks
ask agree aim add adjust allow apply arrange assign avoid begin book bring build call check choose clear close coach collect
come compare complete confirm consider contact continue cover create cut decide define discuss drop encourage ensure
enter explain explore find finish fix focus follow get give go help hold identify include invite join keep know lead learn
leave let list listen look make meet move need note offer open order pick plan practise practice prepare prioritise
prioritize protect put raise reach read record remove repeat reply report reserve review revisit run save schedule see
send set settle share show sit speak spend split start stay step stop support take talk target tell test thank think track
train try turn understand update use visit wait walk want watch win work write
asking adding booking calling checking closing coming doing finding focusing following getting giving going helping
keeping looking making meeting moving opening planning preparing reaching reviewing running sending setting sharing
starting taking talking trying using visiting waiting winning working writing
customer customers client clients deal deals team teams lead leads visit visits calls meetings order orders report target
targets figure figures number numbers result results plans week month day work open done blocked blockers blocker helpful
sum suggest propose point name map mention match log link limit introduce grow gather form draft discover deliver cut
connect combine carry bear answer act ability
good new more main key current possible important late early
according based given compared regarding concerning thanks
don didn doesn isn aren wasn weren won wouldn couldn shouldn haven hasn hadn ain
`

/** Names only where they have a capital letter: 'how will we end', 'in may'. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(
  'will mark grace may june april august art bill drew faith hope joy max miles pat rich rose sue'.split(' '),
)

export const COMMON_WORDS: ReadonlySet<string> = new Set(COMMON.trim().split(/\s+/u))
