import { isConceptWord } from '../concepts/index.ts';

/** Words of the concepts that are often misspelt. */
const words = `
abdomen abdomin abdominal accident accidentally acetone aching allergic allergy ambulance anaphylactic anaphylaxis ankle
antibiotic antibiotics antifreeze apixaban appendix attack attacked balance barely battery beaten belly bitten bladder bleach
bleed bleeding bleeds blind blister blistered blisters blood bloody blotchy blurred blurry boiling bottle bowel bowels breath
breathe breathes breathing breathless bruise bruises bruising burned burning burnt cannot chatter chattering cheek chemical
chemo chemotherapy chest child choke choked choking clammy clots clotting collapse collapsed collapses collapsing confused
confusing confusion conscious consciousness contraction contractions convulsing convulsion convulsions cough coughed coughing
crash crashed crooked crushed crushing cyanosed daughter dehydrated dehydration delirious detergent diabetes diabetic diaper
diarrhea diarrhoea difficulty discharge dizziness dizzy dribbling drool drooling drools droop drooped drooping droops drowned
drowning drowsy drunk electric electrocuted epilepsy epileptic excruciating exploding eyelid faint fainted fainting faints
father feeding fever feverish finger fingers fitting floppy fluttering foaming fontanelle forehead fracture fractured
freezing fumes garbled gasping gestation giddy grandad grandfather grandma grandmother grandpa groin gushing haemorrhage
headache headaches heart heartbeat heartburn heavily heavy hernia hives hoarse hospital hurting hurts ibuprofen immediately
infant infected infection ingested inhaler insulin itching itchy jaundice jerking kicking kidney killing knocked labour
lethargic lightheaded listless lopsided medication medicine meningitis miscarriage mottled mouth movement movements moving
muscle mushroom mushrooms nappies nappy nausea nauseous needle newborn nosebleed numbness overdose overdosed overdosing
oxygen painful painkillers palpitations paracetamol paralysed paralysis paralyzed patch peanut peeling penicillin pesticide
petrol placenta pneumonia poison poisoned poisoning pregnancy pregnant pressure preterm purple racing rapid rattling
recognise recognize rectal rigid rigors sagging saliva scalded scratched screaming seizing seizure seizures severe severely
shaking shallow shiver shivering shock shortness shoulder sleeping sleepy slipped slumped slurred slurring smell smile snake
sneezing speak speaking speech spine spinning spotting spreading squeezing stabbed stabbing staggering stiff stomach
strangled stroke struggling stung suffocating suicidal suicide sunken surgery swallow swallowed swallowing sweat sweating
sweats sweaty swelled swelling swells swollen tablets talking tearing temperature testicle testicles testicular thirst
thirsty throat throbbing thunderclap tight tightness tingling tongue toxic transplant trembling tummy twisted twitching
unbearable unconscious unresponsive unsteady urinate urine vaginal vision vomit vomited vomiting vomits weakness wheezing
whistling wound wounded wrist wrists yellow
`;
/** English words that are similar to those but correct. */
const otherWords = `
accidently accidents acting angle attach attached attacks balanced balances battle beach beater belle billy bitter bleeps blend blends
blaster bleating bleep blink blond bloom bottled bottles bowling breach breaking breaths breathy breed breeding breeds bruiser buried burner burns burst
cannon catering chapter charter cheat check chemicals chess chests chile chill chose clogs cloth clothing conclusion
conclusions construction consulting contracting contractor contractors conversion cooked cooking coughs crashes creek crest
crusher crushes daughters delicious difficult drilling drink dropped drops excluding expanding exploring fainter farther
fathers fatter feather featured feeling fevers fewer finder fisting fiver flattering forming framing gargled grain grasping grown heard
hearth hearts hearty horse hospitals hunting hurtling immediate induction infants infections infectious inflation injected
injection insertion inspection intention invention labor medications medicines meditation month mouths muscles needles patrol
peeing peelings pitch poisons pressures prison raging rapids raping rating recognised recognized rental scabbing scaled scratches
screening seating seats selling sells shack shading shake shallower shaping sharing shaving shell shine shipped shivers shocks
shoulders sleep sleeps slipper small smelly smelt smock smoulder speaks spell spelling spending spice spins spline sporting staff stake stammering
stock stranger strangle strangler streaming strike strobe stroked strokes strove stubbed stubbing stuff stumped swallows swearing swears sweeping
sweet tables tablet tacking taking tangling tasking temperatures textiles thirsts thirty threat throats throaty throwing tights tommy
tongues topic toxin trampling vagina visions would wrestling yellows
`;

const known = new Set(list(words));
const others = new Set(list(otherWords));
const byInitial = Map.groupBy(known, (word) => word[0] ?? '');

function list(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Corrects misspelt words of at least five letters: one edit, or two in words of nine letters or more. The first letter must be right. */
export function spelledRight(text: string): string {
  return text.replace(/[a-z]{5,}/g, (word) =>
    known.has(word) || others.has(word) || isConceptWord(word) ? word : (closest(word) ?? word),
  );
}

function closest(word: string): string | undefined {
  return byInitial.get(word[0] ?? '')?.find((candidate) => {
    const slips = candidate.length >= 9 && word.length >= 8 ? 2 : 1;
    return Math.abs(candidate.length - word.length) <= slips && slipsBetween(word, candidate, slips) <= slips;
  });
}

/** Returns the Damerau–Levenshtein distance (insertions, deletions, substitutions, adjacent swaps), up to `most`. */
function slipsBetween(one: string, other: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? most + 1;
}
