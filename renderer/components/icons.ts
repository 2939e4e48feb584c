/**
 * The icons of the window: drawings from Lucide (https://lucide.dev, ISC licence). Only those that
 * are named here are bundled.
 */
import {
  ALargeSmall,
  ArrowDown,
  ArrowDownWideNarrow,
  ArrowLeft,
  ArrowUp,
  ArrowUpNarrowWide,
  AudioLines,
  Bookmark,
  BookOpenText,
  Check,
  CheckCheck,
  ChevronDown,
  ChevronRight,
  Circle,
  CircleDot,
  CloudAlert,
  CloudOff,
  Copy,
  Download,
  Ellipsis,
  ExternalLink,
  Film,
  FileText,
  FileUp,
  FolderInput,
  HardDrive,
  Highlighter,
  History,
  KeyRound,
  Link,
  LayoutList,
  LockKeyhole,
  LogIn,
  LogOut,
  Maximize,
  Menu,
  Newspaper,
  Paperclip,
  Pause,
  Pencil,
  Play,
  Plus,
  RefreshCw,
  RotateCcw,
  RotateCw,
  Search,
  Target,
  Trash2,
  TriangleAlert,
  UserRound,
  Volume2,
  X,
} from "lucide-static";

/** One shape of an icon: an SVG element's name and its attributes, on a 24 × 24 grid. */
export interface IconShape {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const drawings = {
  arrowDown: ArrowDown,
  arrowLeft: ArrowLeft,
  arrowUp: ArrowUp,
  bookmark: Bookmark,
  check: Check,
  checkAll: CheckCheck,
  chevronDown: ChevronDown,
  chevronRight: ChevronRight,
  circle: Circle,
  cloudAlert: CloudAlert,
  cloudOff: CloudOff,
  copy: Copy,
  disk: HardDrive,
  download: Download,
  ellipsis: Ellipsis,
  externalLink: ExternalLink,
  film: Film,
  fileText: FileText,
  fileUp: FileUp,
  folderInput: FolderInput,
  fullScreen: Maximize,
  fullText: BookOpenText,
  highlighter: Highlighter,
  history: History,
  key: KeyRound,
  link: Link,
  lock: LockKeyhole,
  logIn: LogIn,
  logOut: LogOut,
  menu: Menu,
  newestFirst: ArrowDownWideNarrow,
  best: Target,
  newspaper: Newspaper,
  oldestFirst: ArrowUpNarrowWide,
  paperclip: Paperclip,
  pause: Pause,
  pencil: Pencil,
  play: Play,
  plus: Plus,
  refresh: RefreshCw,
  search: Search,
  skipBack: RotateCcw,
  skipForward: RotateCw,
  sound: AudioLines,
  textSettings: ALargeSmall,
  titles: LayoutList,
  trash: Trash2,
  unread: CircleDot,
  user: UserRound,
  volume: Volume2,
  warning: TriangleAlert,
  x: X,
} as const satisfies Record<string, string>;

export type IconName = keyof typeof drawings;

const parsed = new Map<IconName, readonly IconShape[]>();

/** The shapes of an icon. */
export function iconShapes(name: IconName): readonly IconShape[] {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const shapes = parseDrawing(drawings[name]);
  parsed.set(name, shapes);
  return shapes;
}

/**
 * Lucide's drawings hold nothing but childless shapes with quoted attributes, so they can be read
 * without an HTML parser, which Trusted Types would rightly refuse a string.
 */
function parseDrawing(drawing: string): readonly IconShape[] {
  return [...drawing.matchAll(/<(path|circle|rect|line)\s([^>]*)\/>/g)].map(
    ([, element = "", attributes = ""]) => ({
      element,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
          key,
          value,
        ]),
      ),
    }),
  );
}
