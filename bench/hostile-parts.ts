/** A list in one line; the sign that parts its items is in none of them. */
const list = (items: string): readonly string[] => items.split('§')

/** What a regular expression may stumble over, by the code that reads it. */
export const FAMILIES = {
  letters: [...'ابتهويأإآءةىـگپچکیaZийß한中ﷺﷲﻻİ', ...list('ال§وال§ها§ات§ويـ')],
  marks: list(
    '\u064b§\u0651§\u0670§\u06e5§\u0301§\u0306§\u20e3§\ufe0f§\ufc5e§\ufe70§ا\u0653§e\u0301§и\u0306',
  ),
  unseen: list(
    '\0§\u0007§\u00ad§\u061c§\u200b§\u200c§\u200d§\u200e§\u200f§\u202a§\u202e§\u2066§\u2069§\ufeff§\ud800§\udc00§\u{e0001}',
  ),
  space: list(' §\t§\n§\r\n§\n\n§\u00a0§\u2028§\u0085§\v§\u3000'),
  quotes: [...'"“”„«»\'‘()[]{}<>', ...list('":§."§؟"§(؟)§[1]§("§" "§» «')],
  stops: [
    ...'.…!?؟۔。！،؛:',
    ...list('..§. §؟ §."§.»§.».§د. §م. §ق.م. §أ.د.§U.S. §سي.إن.إن. §جي. §ياهو!§1. §: 1. '),
  ],
  numbers: list('0§9§٣§۴§²§Ⅳ§1.§.1§1,§,111§٬١١١§٫5§12:§:30§12/§-06§2024§2024-06-§19/6/§+3§%'),
  dates: list(
    'يونيو§كانون الثاني§حزيران§may§sept§الاثنين§sunday§ من § في §يوم §بتاريخ §الموافق §شهر §عام §سنة §الساعة §at §صباحا§ص§م§pm§بتوقيت §غرينتش§utc§z§(§)§12§2024§/§-§ §12:30§أمس§اليوم§أول §قبل ',
  ),
  datelines: list(
    'موسكو§بيونغ يانغ§القدس المحتلة§رويترز§أ ف ب§(رويترز)§(CNN)§«وكالات»§وكالة الأنباء المركزية §عاجل§#عاجل:§|§ - § – §--§/§،§:§(§)§3 مايو §MOSCOW§, May 3 §خاص§ ',
  ),
  speech: list(
    'وقال §وأضاف §قال إن §وهو §هذا §وفي §ومن جانبه §إلى ذلك §كما §وفيما §but §однако §الطرفان §«§»§": §بحسب ',
  ),
  query: list(
    '-§−§–§-"§-«§"§«§من:§إلى:§since:§until:§مصدر:§source:§المصدر：§اسم:§أمس§2024-06§19/6/2024§يونيو §رويترز§بوتين§كيم§(§[§{§ §ا',
  ),
  index: list(
    'AND§OR§NOT§NEAR(§NEAR/2§body:§title :§{title body}:§^§*§+§"§""§(§)§\'§;--§%§_§\\§ §ا§rank MATCH',
  ),
  pages: list(
    '{§}§{a:b}§.a{§@media x {§<div §</p>§<script>§<!--§-->§![](§](§&nbsp;§https://§www.§a@§a.§.jpg§#ا§•§- §|§ | § - §»§***§---§===§a_b-§function(§\n',
  ),
  lines: list(
    'اقرأ أيضا\n§التعليقات\n§المصدر: رويترز\n§بقلم: §By §كتب §صورة من §getty images\n§شارك §(رويترز)\n§عنوان من أربع كلمات\n§فقرة قصيرة من خمس كلمات.\n§2024-01-01\n§تابعونا §جميع الحقوق محفوظة §الرئيسية > §وسوم: §5 دقائق قراءة\n§\n',
  ),
  pictures: list('🚀§👩‍👧§🇷🇺§👍🏽§❤️§1️⃣§\u{1f3fb}§\u200d'),
} as const satisfies Readonly<Record<string, readonly string[]>>
