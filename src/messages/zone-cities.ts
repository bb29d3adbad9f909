/**
 * What a zone is called in Arabic: by the city that people know, `<IANA name> <city>`, a zone a line. Old names of a
 * zone stand beside the new ones, because the zone data of machines differ.
 */
const ARABIC_CITIES = `
Africa/Cairo القاهرة
Asia/Riyadh الرياض
Asia/Beirut بيروت
Asia/Baghdad بغداد
Asia/Dubai دبي
Asia/Muscat مسقط
Asia/Qatar الدوحة
Asia/Kuwait الكويت
Asia/Bahrain المنامة
Asia/Amman عمّان
Asia/Damascus دمشق
Asia/Gaza غزة
Asia/Hebron الخليل
Asia/Jerusalem القدس
Asia/Aden عدن
Africa/Khartoum الخرطوم
Africa/Juba جوبا
Africa/Tripoli طرابلس (ليبيا)
Africa/Tunis تونس
Africa/Algiers الجزائر
Africa/Casablanca الدار البيضاء
Africa/El_Aaiun العيون
Africa/Nouakchott نواكشوط
Africa/Mogadishu مقديشو
Africa/Djibouti جيبوتي
Indian/Comoro موروني
Europe/Istanbul إسطنبول
Asia/Tehran طهران
Asia/Kabul كابول
Asia/Karachi كراتشي
Asia/Kolkata دلهي
Asia/Dhaka دكا
Asia/Colombo كولومبو
Asia/Kathmandu كاتماندو
Indian/Maldives ماليه
Europe/London لندن
America/Chicago شيكاغو
America/New_York نيويورك
Europe/Dublin دبلن
Europe/Paris باريس
Europe/Berlin برلين
Europe/Vienna فيينا
Europe/Zurich زيورخ
Europe/Brussels بروكسل
Europe/Amsterdam أمستردام
Europe/Luxembourg لوكسمبورغ
Europe/Madrid مدريد
America/Argentina/Cordoba قرطبة (الأرجنتين)
Europe/Lisbon لشبونة
Europe/Rome روما
Europe/Malta مالطا
Europe/Athens أثينا
Asia/Nicosia نيقوسيا
Europe/Stockholm ستوكهولم
Europe/Oslo أوسلو
Europe/Copenhagen كوبنهاغن
Europe/Helsinki هلسنكي
Atlantic/Reykjavik ريكيافيك
Europe/Warsaw وارسو
Europe/Prague براغ
Europe/Bratislava براتيسلافا
Europe/Budapest بودابست
Europe/Bucharest بوخارست
Europe/Sofia صوفيا
Europe/Belgrade بلغراد
Europe/Sarajevo سراييفو
Europe/Zagreb زغرب
Europe/Tirane تيرانا
Europe/Kyiv كييف
Europe/Minsk مينسك
Europe/Chisinau كيشيناو
Europe/Vilnius فيلنيوس
Europe/Riga ريغا
Europe/Tallinn تالين
Europe/Moscow موسكو
Europe/Kaliningrad كالينينغراد
Europe/Volgograd فولغوغراد
Europe/Saratov ساراتوف
Europe/Astrakhan أستراخان
Europe/Samara سامارا
Asia/Yekaterinburg يكاترينبورغ
Asia/Omsk أومسك
Asia/Novosibirsk نوفوسيبيرسك
Asia/Tomsk تومسك
Asia/Krasnoyarsk كراسنويارسك
Asia/Irkutsk إيركوتسك
Asia/Yakutsk ياكوتسك
Asia/Vladivostok فلاديفوستوك
Asia/Sakhalin ساخالين
Asia/Magadan ماغادان
Asia/Kamchatka كامتشاتكا
Asia/Seoul سيول
Asia/Pyongyang بيونغ يانغ
Asia/Tokyo طوكيو
Asia/Shanghai بكين
Asia/Hong_Kong هونغ كونغ
Asia/Taipei تايبيه
Asia/Singapore سنغافورة
Asia/Kuala_Lumpur كوالالمبور
Asia/Brunei بروناي
Asia/Bangkok بانكوك
Asia/Ho_Chi_Minh هانوي
Asia/Manila مانيلا
Asia/Ulaanbaatar أولان باتور
Asia/Jakarta جاكرتا
Asia/Makassar ماكاسار
Asia/Jayapura جايابورا
Asia/Tashkent طشقند
Asia/Almaty ألماتي
Asia/Bishkek بيشكيك
Asia/Dushanbe دوشنبه
Asia/Ashgabat عشق آباد
Asia/Baku باكو
Asia/Yerevan يريفان
Asia/Tbilisi تبليسي
Africa/Addis_Ababa أديس أبابا
Africa/Asmara أسمرة
Africa/Nairobi نيروبي
Africa/Kampala كمبالا
Africa/Dar_es_Salaam دار السلام
Africa/Ndjamena نجامينا
Africa/Niamey نيامي
Africa/Lagos لاغوس
Africa/Bamako باماكو
Africa/Dakar داكار
Africa/Accra أكرا
Africa/Abidjan أبيدجان
Africa/Johannesburg جوهانسبرغ
Africa/Kinshasa كينشاسا
America/Denver دنفر
America/Phoenix فينيكس
America/Los_Angeles لوس أنجلوس
America/Anchorage أنكوريج
Pacific/Honolulu هونولولو
America/Toronto تورونتو
America/Vancouver فانكوفر
America/Edmonton إدمونتون
America/St_Johns سانت جونز
America/Halifax هاليفاكس
America/Winnipeg وينيبيغ
America/Regina ريجاينا
America/Mexico_City مكسيكو سيتي
America/Cancun كانكون
America/Hermosillo هيرموسيو
America/Tijuana تيخوانا
America/Sao_Paulo ساو باولو
America/Manaus ماناوس
America/Rio_Branco ريو برانكو
America/Noronha نورونيا
America/Argentina/Buenos_Aires بوينس آيرس
America/Santiago سانتياغو
America/Bogota بوغوتا
America/Lima ليما
America/Caracas كاراكاس
America/Havana هافانا
Australia/Sydney سيدني
Australia/Perth بيرث
Australia/Brisbane بريزبن
Australia/Adelaide أديلايد
Australia/Darwin داروين
Pacific/Auckland أوكلاند
UTC غرينتش
Asia/Calcutta دلهي
Africa/Asmera أسمرة
Asia/Katmandu كاتماندو
Europe/Kiev كييف
Asia/Saigon هانوي
Asia/Urumqi أورومتشي
America/Detroit ديترويت
Pacific/Fiji فيجي
Etc/UTC غرينتش
Europe/Simferopol سيمفيروبول
`

/** Built at the first question, not at import. */
let known: ReadonlyMap<string, string> | null = null

/** The Arabic name of the city that stands for a zone; null for zones that no reader has asked for by a name. */
export function arabicCity(zone: string): string | null {
  known ??= new Map(ARABIC_CITIES.trim().split('\n').map(pair))
  return known.get(zone) ?? null
}

function pair(line: string): [zone: string, city: string] {
  const space = line.indexOf(' ')
  return [line.slice(0, space), line.slice(space + 1)]
}
