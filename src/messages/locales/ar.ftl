# كل كلمة يقرؤها إنسان بالعربية. المفاتيح نفسها في en.ftl، وقائمتها في ../keys.ts.
# القواعد: فصحى قصيرة محايدة، مصادر لا أفعال أمر على الأزرار، لا علامات تعجب، ست صيغ للعدد،
# وكل سطر يبدأ بحرف عربي. الكلمات الأجنبية في النص تُعزل آليًا (fluent.ts).

## أزرار

button-back = العودة إلى القائمة
button-best-first = الأقرب أولًا
button-cancel = إلغاء
button-chosen = ✓ { $label }
button-days = الأيام
button-digest = الموجز الآن
button-discard = إهمال المسودة
button-erase = نعم، محو البيانات
button-example = بحث: { $words }
button-help = المساعدة
button-language = اللغة
button-latest = أحدث التقارير
button-length = الطول
button-location = إرسال الموقع
button-newest-first = الأحدث أولًا
button-next = التالي
button-nothing-say = سطر في يوم لا جديد فيه
button-nothing-skip = لا شيء في يوم لا جديد فيه
button-other-hours = ساعات أخرى
button-other-time = موعد آخر
button-other-zone = منطقة أخرى
button-previous = السابق
button-publish = نشر
button-quiet = ساعات الهدوء
button-read = قراءة { $number }
button-rest = التقارير الجديدة كلها
button-set-date = تحديد التاريخ
button-set-publisher = تحديد الناشر
button-set-title = تحديد العنوان
button-settings = الإعدادات
button-show-cuts = عرض المحذوف
button-sound-off = إيقاف الصوت
button-sound-on = تشغيل الصوت
button-source = فتح المصدر
button-subscribe = الاشتراك في الموجز
button-times = المواعيد
button-understood = الاشتراك بما فُهم
button-unsubscribe = إلغاء الاشتراك
button-zone = المنطقة الزمنية

expired-button = انتهت صلاحية هذا الزر. يمكن طلب القائمة من جديد.
saved = حُفظ التغيير.

## لغات

language-ar = العربية
language-en = English

## قائمة الأوامر

command-add = إضافة تقرير بلصق نصه
command-day = موجز يوم سابق أو تقاريره
command-digest = الموجز الآن، قبل موعده
command-forget = محو بيانات هذه المحادثة
command-help = الأوامر وما تفعله
command-latest = أحدث التقارير
command-privacy = البيانات المحفوظة ومدة حفظها
command-runs = دفعات إرسال الموجز: سيرها وإيقافها
command-search = بحث في التقارير بكلمة أو اسم
command-settings = مواعيد الموجز وأيامه وطوله، واللغة
command-start = تعريف بالبوت وأحدث عنوان
command-subscribe = الاشتراك في الموجز وتحديد مواعيده
command-unsubscribe = إلغاء الاشتراك في الموجز
command-why = ما أُرسل إلى محادثة، ولماذا

## البداية والمساعدة

start-what = <b>موجز</b> يتابع قصة إخبارية واحدة من تقارير ناشرين مختلفين.
start-what-story = <b>موجز</b> يتابع قصة إخبارية واحدة: { $story }.
start-how = الجمل المختارة منقولة حرفيًا من كل تقرير، مع ناشره وتاريخه.
start-newest = الأحدث: { $title }
start-empty = لا تقارير بعد، وسيظهر هنا أحدث عنوان بعد نشر أول تقرير.
help-heading = <b>الأوامر</b>
help-search = وأي نص آخر يُعدّ كلمات بحث في التقارير.

## التقارير

article-gone = هذا التقرير غير متاح.
article-part = الجزء { $part } من { $parts }
article-summary = ملخص الناشر
author = بقلم: { $author }
credit-agency = { $publisher }، عن { $agency }
date-unknown = تاريخ غير معروف
event-on = تاريخ الحدث: { $day }
latest-empty = لا تقارير بعد.
latest-heading = <b>أحدث التقارير</b>
link-read = النص الكامل
link-source = المصدر
list-position =
    الصفحة { $page } من { $pages }، والمجموع { $total ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $total } تقارير
        [many] { $total } تقريرًا
       *[other] { $total } تقرير
    }
published-on = تاريخ النشر: { $date }

## البحث

search-advice = قد تفيد كلمات أقل أو تهجئة أخرى، مثل:
search-ask = تلزم للبحث كلمة واحدة على الأقل، مثل:
search-heading = نتائج البحث عن <b>«{ $query }»</b>
search-near = أقرب الأسماء:
search-nothing = لا نتائج للبحث عن «{ $query }».
search-quoted = «{ $word }»
search-relaxed = لا تقرير يضم الكلمات كلها، وهذه تقارير تضم بعضها.
search-widened = لا نتائج للكلمة «{ $word }»، وهذه نتائج { $near }.

reason-letters = حروف { $points }
reason-nearness = تقارب { $points }
reason-opening = مقدمة { $points }
reason-title = عنوان { $points }
reason-words = كلمات { $points }

syntax-period = مدة محددة: <code>معاهدة من:06/2024 إلى:09/2024</code>
syntax-phrase = عبارة بنصها: <code>"وزارة الدفاع"</code>
syntax-source = ناشر أو وكالة: <code>قمة مصدر:رويترز</code>
syntax-without = استبعاد كلمة: <code>قمة -صاروخ</code>

## الموجز

digest-heading =
    <b>موجز: { $count ->
        [zero] لا تقارير جديدة
        [one] تقرير جديد واحد
        [two] تقريران جديدان
        [few] { $count } تقارير جديدة
        [many] { $count } تقريرًا جديدًا
       *[other] { $count } تقرير جديد
    }</b>
digest-queued = الموجز في الطريق.
digest-nothing = لا تقارير جديدة الآن.
digest-omitted =
    { $count ->
        [zero] لم يبقَ تقرير جديد آخر
        [one] بقي تقرير جديد آخر
        [two] بقي تقريران جديدان آخران
        [few] بقيت { $count } تقارير جديدة أخرى
        [many] بقي { $count } تقريرًا جديدًا آخر
       *[other] بقي { $count } تقرير جديد آخر
    }
digest-undated = من غير تاريخ
new-heading = <b>التقارير الجديدة كلها</b>
day-bad =
    تعذّر فهم التاريخ «{ $given }».
    يُكتب اليوم أو الشهر، مثل:
    <code>/day 2024-06-18</code>
    <code>/day 18 يونيو 2024</code>
    <code>/day أمس</code>
day-received = موجز { $day }، كما أُرسل:
day-last = آخر موجز أُرسل:
day-none-received = لم يُرسل إلى هذه المحادثة موجز بعد.
day-reports = <b>تقارير { $day }</b>
day-empty = لا تقارير بتاريخ { $day }.

## الاشتراك والإعدادات

subscribed = الاشتراك فعّال: يصل الموجز { $days }، { $times } بتوقيت { $zone }.
subscribed-say = في يوم لا جديد فيه يُرسل سطر واحد بلا صوت.
subscribed-skip = لا يُرسل شيء في يوم لا جديد فيه.
next-later = الموجز القادم: { $day }، الساعة { $time }.
next-now = الموجز القادم: الآن، لأن موجز اليوم لم يُرسل بعد.
next-silently = يصل بلا صوت، لأن موعده ضمن ساعات الهدوء.
next-today = الموجز القادم: اليوم، { $day }، الساعة { $time }.
next-tomorrow = الموجز القادم: غدًا، { $day }، الساعة { $time }.
unsubscribed =
    أُلغي الاشتراك، ولن يُرسل الموجز.
    للاشتراك من جديد: /subscribe
not-subscribed =
    لا اشتراك في الموجز حاليًا.
    للاشتراك: /subscribe

not-understood = تعذّر فهم «{ $given }»، ويمكن كتابته بصيغة أخرى.
understood = فُهم ما يلي، ولم يُحفظ بعد:
subscribe-examples =
    أمثلة:
    <code>/subscribe 7:30 القاهرة</code>
    <code>/subscribe ٧:٣٠ ص و٨ مساء بتوقيت الرياض</code>
    <code>/subscribe 20:00 بيروت أيام العمل مختصر</code>
which-zone =
    اسم المدينة له أكثر من معنى، أو فيه حرف زائد أو ناقص.
    المنطقة المقصودة من الأزرار، أو اسم أوضح:

answer-by-reply = تُرسل الإجابة هنا ردًا على هذه الرسالة.
ask-days = تُختار كل الأيام، أو أيام العمل، أو أيام بعينها.
ask-language = لغة الرسائل:
ask-length = ما يضمه الموجز من كل تقرير:
ask-location =
    زر «إرسال الموقع» أسفل الشاشة يحدد المنطقة الزمنية.
    ويمكن كتابة اسم مدينة بدلًا منه.
ask-quiet = موعد يقع في ساعات الهدوء يصل بلا صوت، وما تأخر وصوله ينتظر نهايتها.
ask-times = الضغط على ساعة يضيفها، والضغط على ساعة محددة (✓) يحذفها.
ask-zone = تُختار مدينة من الأزرار، أو يُكتب اسم غيرها بعد «منطقة أخرى».
type-quiet =
    ساعات الهدوء، من ساعة إلى ساعة، مثل:
    <code>22:00-07:00</code>
    <code>من 11 مساء إلى 6 صباحا</code>
type-time =
    ساعة الموجز، أو أكثر من ساعة، مثل:
    <code>7:30</code>
    <code>٧:٣٠ ص و٨ مساء</code>
    <code>19.30</code>
type-zone =
    اسم مدينة أو منطقة زمنية، مثل:
    <code>القاهرة</code>
    <code>London</code>
    <code>Asia/Riyadh</code>
bad-place = تعذّر تحديد المنطقة الزمنية لهذا الموقع. يمكن كتابة اسم مدينة.
bad-quiet =
    تعذّر فهم ساعات الهدوء «{ $given }».
    تُكتب من ساعة إلى ساعة أخرى، مثل:
    <code>22:00-07:00</code>
    <code>23:30-08:00</code>
    <code>من 11 مساء إلى 6 صباحا</code>
bad-time =
    تعذّر فهم الموعد «{ $given }».
    يُكتب الموعد بالساعات والدقائق، من 00:00 إلى 23:59، مثل:
    <code>07:30</code>
    <code>٧:٣٠ ص و٨ مساء</code>
    <code>7pm</code>
bad-zone =
    لا منطقة زمنية معروفة باسم «{ $given }».
    يُكتب اسم مدينة، أو القارة والمدينة، مثل:
    <code>الرياض</code>
    <code>London</code>
    <code>Africa/Cairo</code>

at-times =
    { $count ->
        [zero] بلا ساعة محددة
        [one] في الساعة { $times }
        [two] في الساعتين { $times }
        [few] في الساعات { $times }
        [many] في الساعات { $times }
       *[other] في الساعات { $times }
    }
days-chosen =
    { $count ->
        [zero] من غير أيام محددة
        [one] يوم { $days } من كل أسبوع
        [two] يومي { $days } من كل أسبوع
        [few] أيام { $days } من كل أسبوع
        [many] أيام { $days } من كل أسبوع
       *[other] أيام { $days } من كل أسبوع
    }
days-daily = كل يوم
days-last = لا بد من يوم واحد على الأقل.
days-working = أيام العمل ({ $days })
length-full = كامل (الجمل المختارة والمصادر)
length-normal = متوسط (الجمل المختارة)
length-short = مختصر (العناوين وحدها)
nothing-say = سطر واحد بلا صوت
nothing-skip = لا يُرسل شيء
quiet-between = من { $from } إلى { $to }
quiet-off = غير محددة
sound-off = بلا صوت
sound-on = بصوت
times-last = لا بد من موعد واحد على الأقل.
times-most =
    { $count ->
        [zero] لا مواعيد
        [one] موعد واحد على الأكثر
        [two] موعدان على الأكثر
        [few] { $count } مواعيد على الأكثر
        [many] { $count } موعدًا على الأكثر
       *[other] { $count } موعد على الأكثر
    }، ويمكن حذف أحدها أولًا.
weekday-range = { $from } إلى { $to }

settings-active = الاشتراك: فعّال
settings-days = الأيام: { $days }
settings-heading = <b>الإعدادات</b>
settings-inactive = الاشتراك: غير فعّال
settings-language = اللغة: { $name }
settings-length = الطول: { $length }
settings-nothing = في يوم لا جديد فيه: { $choice }
settings-quiet = ساعات الهدوء: { $quiet }
settings-sound = الوصول: { $sound }
settings-times =
    { $count ->
        [zero] المواعيد: { $times }
        [one] الموعد: { $times }
        [two] الموعدان: { $times }
        [few] المواعيد: { $times }
        [many] المواعيد: { $times }
       *[other] المواعيد: { $times }
    }
settings-zone = المنطقة الزمنية: { $zone }

## المجموعات والقنوات

administrators-only = تغيير الإعدادات هنا للمشرفين فقط.
channel-welcome =
    يستطيع البوت الآن النشر في القناة «{ $chat }».
    لإرسال الموجز إليها كل يوم يُنشر فيها هذا الأمر، وبعده يمكن حذفه:
    <code>/subscribe 7:30</code>
group-welcome =
    <b>موجز</b> يرسل إلى هذه المجموعة كل يوم ما استجد من التقارير.
    الاشتراك وتحديد الموعد للمشرفين: بالزر أدناه أو بأمر مثل
    <code>/subscribe 7:30</code>
    وفي المنتديات لكل موضوع اشتراكه، ويُكتب الأمر داخل الموضوع.
pause-fix-no-rights = يعود الإرسال بعد السماح للبوت بالكتابة، ومعه ما فات.
pause-fix-topic-closed = يعود الإرسال بعد إعادة فتح الموضوع، ومعه ما فات.
pause-note = توقف إرسال الموجز مؤقتًا إلى «{ $chat }».
pause-why-no-rights = السبب: لم يعد للبوت حق الكتابة هناك.
pause-why-topic-closed = السبب: الموضوع الذي يُرسل إليه مغلق أو محذوف.
unnamed-chat = محادثة بلا اسم

## الخصوصية

privacy =
    <b>الخصوصية</b>
    يُحفظ عن هذه المحادثة: رقمها واللغة وإعدادات الموجز ورقم من ضبطها وآخر تقرير وصل إليها وحالات التسليم. ولا تُحفظ معها أسماء.

    الرسائل الواردة تبقى كما وصلت 48 ساعة على الأكثر، كي لا تضيع أي منها.
    الموقع المرسل رسالة كغيره، ولا تُحفظ منه في الإعدادات إلا المنطقة الزمنية.
    كلمات البحث تبقى مع قوائم النتائج 30 يومًا على الأكثر، لتصفح صفحاتها.
    مسودات المحررين تبقى مع سجل القرارات التحريرية.

    لمحو بيانات هذه المحادثة: /forget
forget-question =
    هل تُمحى بيانات هذه المحادثة، ومنها الاشتراك والإعدادات؟
    لا يمكن التراجع عن المحو.
forgotten = مُحيت بيانات هذه المحادثة، وأُلغي أي اشتراك.

## ردود عامة

cancelled = أُلغي الطلب.
failed = تعذّر تنفيذ الطلب بسبب خطأ في البوت. يمكن إعادة المحاولة بعد قليل.
only-private = هذا الأمر متاح في المحادثة الخاصة مع البوت فقط.
too-long = النص أطول من الحد المسموح به، ويمكن إرسال نص أقصر.
unknown-command =
    هذا الأمر غير متاح.
    الأوامر المتاحة: /help

## المحررون: المسودة

cut-address = عناوين بريد ومواقع
cut-agency-credit = نسبة إلى وكالة
cut-byline = اسم الكاتب
cut-caption = تعليقات صور
cut-css = تنسيق الصفحة
cut-disclaimer = إخلاء مسؤولية
cut-metadata = بيانات النشر
cut-page-furniture = أجزاء من الصفحة
cut-read-also = اقرأ أيضًا
cut-related = عناوين ذات صلة
cut-repeated-title = تكرار العنوان
cut-share = أزرار المشاركة
cut-sign-off = علامة الختام
cut-site-name = اسم الموقع
cut-site-summary = ملخص الموقع
cut-tags = وسوم
cut-line = السطر { $line }: { $text }
cut-line-reason = السطر { $line } ({ $reason }): { $text }

draft-agency = الوكالة: { $agency }
draft-cuts =
    المحذوف: { $count ->
        [zero] لا شيء
        [one] سطر واحد
        [two] سطران
        [few] { $count } أسطر
        [many] { $count } سطرًا
       *[other] { $count } سطر
    }
draft-heading = <b>مسودة تقرير</b>
draft-heading-of = <b>المسودة { $position } من { $count }</b>
draft-in-story = التقرير يخص القصة.
draft-in-story-words = التقرير يخص القصة، والدليل: { $words }
draft-language = اللغة: { $name }
draft-lead = الجمل المختارة:
draft-missing = تعذّر العثور على: { $parts }
draft-no-cuts = لم يُحذف شيء من النص.
draft-not-in-story = لا يبدو أن التقرير يخص القصة.
draft-publisher = الناشر: { $publisher }
draft-summary =
    ملخص الناشر: { $count ->
        [zero] لا نقاط
        [one] نقطة واحدة
        [two] نقطتان
        [few] { $count } نقاط
        [many] { $count } نقطة
       *[other] { $count } نقطة
    }
draft-title = العنوان: { $title }
draft-words =
    حجم النص: { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
part-date = تاريخ النشر
part-publisher = الناشر
part-title = العنوان

## المحررون: الحوار

ask-date =
    تاريخ النشر، كاملًا أو بقدر ما يُعرف، مثل:
    <code>2024-06-19 17:50</code>
    <code>19 يونيو 2024</code>
    <code>2024-06</code>
ask-publisher = اسم الناشر، في سطر واحد:
ask-text = نص التقرير كما هو في مصدره، مع عنوانه وتاريخه إن وُجدا:
ask-title = عنوان التقرير، في سطر واحد:
date-not-understood =
    تعذّر فهم التاريخ «{ $given }».
    يُكتب التاريخ كاملًا أو بقدر ما يُعرف، مثل:
    <code>2024-06-19 17:50</code>
    <code>19 يونيو 2024</code>
    <code>2024-06</code>
publisher-not-usable = لا يصلح هذا النص اسمًا للناشر. الاسم سطر واحد لا يتجاوز 120 حرفًا.
title-not-usable = لا يصلح هذا النص عنوانًا. العنوان سطر واحد لا يتجاوز 300 حرف.
already-published = هذه المسودة منشورة من قبل.
already-there = هذا النص محفوظ من قبل: { $title }
discarded = أُهملت المسودة، ولم يُنشر منها شيء.
draft-settled = صدر قرار في هذه المسودة من قبل.
nothing-usable = لا تقرير في هذا النص. يمكن إرسال نص التقرير كاملًا مع عنوانه.
published = نُشر التقرير: { $title }

## المالكون: دفعات الإرسال

button-run-cancel = إلغاء الدفعة { $id }
button-run-cancel-yes = نعم، إلغاء الدفعة { $id }
button-run-keep = لا، تبقى كما هي
button-run-pause = إيقاف الدفعة { $id }
button-run-resume = متابعة الدفعة { $id }

duration-hours =
    { $count ->
        [zero] أقل من ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
duration-minutes =
    { $count ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
duration-seconds =
    { $count ->
        [zero] أقل من ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }

run-braked = توقفت الدفعة { $id } من تلقاء نفسها، ولن يُرسل منها شيء قبل قرار مالك.
run-braked-advice = المتابعة تعيد المحاولة من حيث توقفت، والإلغاء يترك الأخبار لموجز كل قارئ التالي.
run-cancel-question =
    هل تُلغى الدفعة { $id }؟ ما ينتظر منها لن يُرسل، وعدده { $count }.
    أخباره تبقى جديدة، وتصل في موجز كل قارئ التالي.
run-failed = تعذّر الإرسال: { $count }
run-gone = محادثات لم تعد متاحة: { $count }
run-heading = <b>دفعة الإرسال { $id }</b>
run-kept = لم يتغير شيء في الدفعة { $id }.
run-left = الوقت المتبقي: { $time }
run-not-known = هذه الدفعة غير معروفة.
run-rate = السرعة: { $rate } في الثانية
run-reason = السبب: { $reason }
run-refused = محاولات مرفوضة: { $count }
run-sent = وصل: { $sent } من { $planned } ({ $percent }%)
run-skipped = متروك للموجز التالي: { $count }
run-started = البداية: { $time }
run-state-cancelled = الحالة: ملغاة
run-state-done = الحالة: مكتملة
run-state-paused = الحالة: متوقفة مؤقتًا
run-state-running = الحالة: قيد الإرسال
run-took = المدة: { $time }
run-waiting = في الانتظار: { $count }
runs-heading = <b>دفعات الإرسال</b>
runs-none = لا دفعات إرسال بعد.

## المالكون: سجل التسليم

reason-blocked = حُظر البوت
reason-by-operator = قرار من سطر الأوامر
reason-by-owner = قرار المالك { $id }
reason-cancelled = أُلغي الإرسال
reason-chat-gone = المحادثة غير موجودة، أو أُخرج البوت منها
reason-deactivated = حُذف الحساب
reason-flood = طلب تيليغرام الانتظار { $time }
reason-forgotten = انتهى الاشتراك
reason-moved = صار للمجموعة رقم جديد
reason-moved-on = تغير رقم المجموعة مرة بعد مرة
reason-no-answer = لا جواب صالحًا من تيليغرام، وربما وصلت الرسالة
reason-no-rights = لا يُسمح للبوت بالكتابة
reason-nothing-new = لا جديد
reason-stopped = توقف الإرسال إلى المحادثة
reason-superseded = حلّ محله موجز أحدث يشمله
reason-too-late = فات موعده بأكثر من اثنتي عشرة ساعة
reason-topic-closed = الموضوع مغلق أو محذوف

why-attempts = المحاولات المعدودة: { $count }
why-chat = <b>المحادثة { $id }</b>
why-cursor = آخر تقرير وصل رقمه { $id }
why-cursor-none = لم يصل موجز بعد
why-edition =
    العدد { $id }: { $count ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرًا
       *[other] { $count } تقرير
    }، بعد التقرير { $from } وحتى التقرير { $to }
why-edition-first =
    العدد { $id }: { $count ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $count } تقارير
        [many] { $count } تقريرًا
       *[other] { $count } تقرير
    }، أول موجز، حتى التقرير { $to }
why-hidden = صاحب هذه الرسالة يخفي هويته، فلا يُعرف رقم محادثته.
why-hold-all = انتظار يطلبه تيليغرام لكل المحادثات حتى { $time }
why-hold-chat = انتظار يطلبه تيليغرام لهذه المحادثة حتى { $time }
why-kind = النوع: { $kind }، واللغة: { $language }
why-kind-channel = قناة
why-kind-group = مجموعة
why-kind-private = محادثة خاصة
why-kind-supergroup = مجموعة كبيرة
why-next = الموعد التالي: { $time } ({ $utc })
why-next-attempt = لا قبل: { $time }
why-no-slots = لا مواعيد بعد.
why-no-subscription = لا اشتراك
why-not-stopped = الإرسال: متاح
why-parts = الأجزاء الواصلة: { $arrived } من { $parts }
why-position = القارئ { $page } من { $pages } في هذه المحادثة
why-run = الدفعة { $id }
why-set-by = صاحب الاشتراك: { $id }
why-slot = موعد { $slot }: { $state }
why-slot-asked = عند الطلب { $time }: { $state }
why-slot-nth = موعد { $slot }، الموجز رقم { $number }: { $state }
why-slots = <b>آخر المواعيد</b>
why-state-failed = تعذّر الإرسال
why-state-gone = المحادثة غير متاحة
why-state-pending = ينتظر
why-state-sending = قيد الإرسال
why-state-sent = وصل
why-state-sent-at = وصل { $time }
why-state-skipped = لم يُرسل
why-stopped = الإرسال: متوقف، { $reason }
why-topic = <b>الموضوع { $thread } في المحادثة { $id }</b>
why-unknown = لا محادثة معروفة رقمها { $id }.
why-usage =
    يُكتب رقم المحادثة بعد الأمر، مثل:
    <code>/why -1001234567890</code>
    ويصلح الأمر أيضًا ردًا على رسالة معاد توجيهها.
