/** The words of the page's script: what its facts are, what a reader can change, what is drawn. */

declare const vis: any;

/** Days are numbers since 1970-01-01; null where nothing is known. */
interface Spanned {
  since: number | null;
  since_latest: number | null;
  until: number | null;
  until_latest: number | null;
  until_known: boolean;
  status: string | null;
  note: string | null;
  /** Another phase of the same ends where this one begins. */
  follows?: Spanned;
  /** Another phase of the same begins where this one ends. */
  goesOn?: Spanned;
}

interface Grounded {
  dataset: string;
  sources: string[];
  checked: string | null;
}

interface Party {
  id: string;
  name: string;
  /** As a sentence names it, where that is with an article: "the Soviet Union". */
  said: string | null;
  label: string;
  names: string[];
  details: [string, string][];
  /** Of what is neither country nor organization. */
  grounds: Grounded | null;
}

interface Agreement extends Grounded {
  id: string;
  title: string;
  kind: string;
  force: string;
  url: string | null;
  signed: string | null;
  details: [string, string][];
}

interface Obligation extends Grounded {
  id: string;
  agreement: number;
  name: string;
  kind: string;
  force: string;
  rank: number;
  summary: string;
  /** What the answer says of it, of the day that it is for. */
  remarks: [string, string][];
  /** By the answer it is not known to hold where it is asked about. */
  perhaps: boolean;
  details: [string, string][];
}

interface Arrow extends Spanned, Grounded {
  obligation: number;
  party: number;
  owes: boolean;
  /** Null: it stands on two lines, one before and one after a state followed another. */
  line: number | null;
  change: string | null;
}

interface Tie extends Spanned, Grounded {
  kind: string;
  stage: string | null;
  line: number;
  /** False: it has no dates and holds at all times. */
  lasting: boolean;
  details: [string, string][];
  change: string | null;
}

interface Founding extends Grounded {
  agreement: number;
  organization: number;
}

interface Source {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
  on: string | null;
}

interface Dataset {
  id: string;
  title: string;
  version: string;
  url: string | null;
  from: string | null;
  until: string | null;
  licence: string | null;
  citation: string | null;
  /** The parts of its field in which what is not there is not so. */
  complete: string[];
  closed: boolean;
}

/** A party or an agreement that is a hub, on its place. */
interface GraphNode {
  party: number | null;
  agreement: number | null;
  x: number;
  y: number;
}

/** Between two nodes: the arrows of one agreement, or a tie, or a founding. */
interface Line {
  from: number;
  to: number;
  bend: number;
  arrows: number[];
  tie: number | null;
  founding: number | null;
  /** Stands for all that two parties owe each other under agreements of several. */
  pair?: boolean;
}

interface View {
  kind: "all" | "around" | "owed" | "pairs" | "given";
  centre: string[];
  hops: number;
  pairs: [string, string][];
}

/** What an answer says besides its promises, in its own words. */
interface Section {
  title: string;
  brief: string;
  told: { text: string; under: string[]; sources: string[] }[];
}

interface About {
  title: string;
  question: string;
  on: string;
  as_of: string;
  last: string;
  /** What is noted of the answer of `as_of`, and the part of it that holds on every day. */
  note: string | null;
  unfinished: string | null;
  /** From when until when some dataset speaks; null is without end. */
  spoken: [number | null, number | null][];
  /** When whom the page is about was not there, in words. */
  absences: [number | null, number | null, string][];
  /** Parties by id, and what each is in the question. */
  roles: [string, "attacked" | "attacker"][];
  /** What the answer says besides the promises, of the day that it is for. */
  remarks: Section[];
  datasets: Dataset[];
  total: number;
  layout: Layout;
  /** It draws an answer of one day, which may name others on another. */
  answered: boolean;
  /** The ends of the chain that is marked when the page opens. */
  chain: [string, string] | null;
  version: string;
  command: string;
}

interface Facts {
  about: About;
  view: View;
  kinds: Map<string, string>;
  /** Kinds that a chain follows only where it is asked to. */
  notSupport: Set<string>;
  /** How a sentence calls what is owed, where its kind does not read as a noun. */
  nouns: Record<string, string>;
  forces: Map<string, string>;
  /** Kinds of tie and their meaning. */
  tieKinds: Map<string, string>;
  parties: Party[];
  agreements: Agreement[];
  obligations: Obligation[];
  arrows: Arrow[];
  ties: Tie[];
  foundings: Founding[];
  sources: Map<string, Source>;
  nodes: GraphNode[];
  lines: Line[];
  /** Where the nodes stand in the network. */
  places: Point[];
  world: WorldMap;
  /** On the map, the lines that go around the back of the globe, by index. */
  around: Map<number, Around>;
  /** Parties by their id. */
  partyOf: Map<string, number>;
  /** The nodes of the question, by index. */
  centre: Set<number>;
  /** The nodes that no line touches on any day: they show on every one. */
  alone: Set<number>;
  /** What the nodes of the question are in it, by index. */
  roles: Map<number, string>;
  options: object;
}

type Layout = "network" | "map";

/** Coasts as rings of x and y in turn; the eastern edge as pairs of y and x, from north to south. */
interface WorldMap {
  places: Point[];
  /** Nodes without a place on the globe. */
  nowhere: number[];
  coasts: Int32Array[];
  edge: [number, number][];
}

interface Around {
  leaves: Point;
  returns: Point;
}

interface Thing {
  kind: "party" | "agreement" | "line";
  index: number;
}

/** What is switched off in the legend. */
interface Off {
  kinds: readonly string[];
  forces: readonly string[];
  /** Of a scenario: gained, lost, unchanged. */
  changes: readonly string[];
}

/** What is within so many steps of a party, by its id. */
interface Focus {
  party: string;
  hops: number;
}

/** From which party to which other, by their ids; over promises of any kind; which of those found. */
interface Chain {
  from: string | null;
  to: string | null;
  any: boolean;
  nth: number;
}

/** One promise as one party owes it to another. */
interface Commitment {
  promise: Obligation;
  /** Its arrows, by index. */
  owing: number;
  owed: number;
  span: Spanned;
  certain: boolean;
  checked: boolean;
  sources: string[];
}

/** From a party to another, by index; the strongest promise first. */
interface ChainHop {
  from: number;
  to: number;
  commitments: Commitment[];
}

/** Chains, the best first, found among so many promises of those that show. */
interface Chains {
  certain: boolean;
  /** Over promises of any kind, not of support only. */
  any: boolean;
  shown: number;
  among: number;
  /** Whether some of these are only possibly in force. */
  doubtful: boolean;
  chains: ChainHop[][];
  /** What the first owes the last itself, where that is weaker than every one of these. */
  direct: ChainHop | null;
}

/** What decides what shows. */
type Filter = Pick<State, "day" | "off" | "focus"> & Partial<Pick<State, "times">>;

/** All that a reader can change: plain data, so that it can be written down and read again. */
interface State {
  day: number;
  off: Off;
  /** Which ways to stand on the day show: names of TIMES. */
  times: readonly string[];
  as: "graph" | "table";
  layout: Layout;
  /** Lines from country to country, instead of hubs. */
  pairs: boolean;
  /** The key of a thing, or null. */
  selected: string | null;
  focus: Focus | null;
  chain: Chain | null;
  /** Null: the whole graph fits. */
  camera: Camera | null;
}

interface Camera {
  x: number;
  y: number;
  scale: number;
}

/** Whether a promise from one party to another, or one to a class, answers the page's question. */
interface Wanted {
  pair: (debtor: number, beneficiary: number) => boolean;
  alone: (debtor: number) => boolean;
}

/** What is drawn for what shows: with hubs the same, without them facts with lines between countries. */
interface Figure {
  facts: Facts;
  shown: Shown;
  /** How many of the lines are pairs, and how many more there would be. */
  pairs: number;
  left: number;
}

/** What shows: for each row 0 (not) or how it stands on the day, a state of TIMES, by index. */
interface Shown {
  day: number;
  /** Whether what the page's scenario loses is lost by that day. */
  lost: boolean;
  arrows: Uint8Array;
  ties: Uint8Array;
  foundings: Uint8Array;
  obligations: Uint8Array;
  /** Whether a promise from one party to another answers the question. */
  wanted: Wanted["pair"];
  lines: Uint8Array;
  /** How many lines of a node show; -1 where it does not show itself. */
  degrees: Int32Array;
  /** The nodes that the page or its focus is about. */
  about: Set<number>;
  count: { obligations: number; parties: number; ties: number; possibly: number; dormant: number; others: number };
}

type Changed = keyof State | "shown" | "figure" | "theme";

/** What the parts of the page have in common. */
interface PageState {
  readonly facts: Facts;
  readonly state: Readonly<State>;
  readonly shown: Shown;
  readonly figure: Figure;
  change(patch: Partial<State>): void;
  /** Calls at once, and again after each change of one of these. */
  watch(of: Changed[], tell: () => void): void;
  themeChanged(): void;
}

type Palette = Record<string, string>;

/** A network on its side or not, and how far it is drawn out in each direction of the window. */
interface Shape {
  turned: boolean;
  across: number;
  down: number;
}

/** Lines that look the same. */
interface Batch {
  stroke: string;
  width: number;
  dashes: number[];
  opacity: number;
  /** They hold only possibly. */
  unsure: boolean;
  lines: number[];
}

interface NodeLook {
  node: number;
  shape: "dot" | "square" | "diamond" | "triangle";
  size: number;
  fill: string;
  rim: string;
  rimWidth: number;
}

/** Everything that is to be drawn, in no particular place on the screen. */
interface Scene {
  facts: Facts;
  batches: Batch[];
  /** Arrow heads of each line: 1 at its end, 2 at its start, 3 both. */
  heads: Uint8Array;
  nodes: NodeLook[];
  /** By node, for the ends of lines; 0 where it does not show. */
  sizes: Float32Array;
  colours: Palette;
  /** As of what shows. */
  about: Set<number>;
  marked: Marked;
}

/** What is selected or under the pointer, by index of node and line. */
interface Marked {
  nodes: number[];
  lines: number[];
}

/** A part of the plane on a surface of so many pixels; x and y are at its middle. */
interface Sight extends Camera {
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

/** What the SVG surface keeps of a 2D context. */
interface SvgStyle {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  lineJoin: string;
  dashes: number[];
}

/** The drawing with title, legend and caveats, for any surface of its size. */
interface Sheet {
  width: number;
  height: number;
  draw(surface: CanvasRenderingContext2D, ratio: number): void;
}

/** A line on a surface; the middle point bends it, if it is bent. */
interface Course {
  start: Point;
  middle: Point | null;
  end: Point;
}

/** A course of a line on the surface, and at which of its ends a head can be. */
interface Drawn extends Course {
  index: number;
  heads: number;
}
