/**
 * What people call the places of a zone, in Arabic and English: a zone, or the zones of a country that has several,
 * then the names. A name of two lines is one of two places, and is asked about. Names in Latin letters that are the
 * last part of an IANA name (`Cairo`) need no line. Vowel marks count where they tell two names apart.
 */
export const PLACES = `
Africa/Cairo: القاهرة، الإسكندرية، الجيزة، بورسعيد، بور سعيد، السويس، الإسماعيلية، المنصورة، طنطا، الزقازيق، أسيوط، سوهاج، قنا
Africa/Cairo: الأقصر، أسوان، دمياط، الفيوم، الغردقة، شرم الشيخ، العريش، دمنهور، المنيا، بني سويف، مصر، جمهورية مصر العربية
Africa/Cairo: alexandria, giza, port said, suez, luxor, aswan, hurghada, sharm el sheikh, mansoura, tanta, egypt
Asia/Riyadh: الرياض، جدة، مكة، مكة المكرمة، المدينة المنورة، الدمام، الخبر، الظهران، الطائف، تبوك، أبها، بريدة، القصيم، حائل
Asia/Riyadh: نجران، جازان، جيزان، الجبيل، ينبع، الأحساء، الهفوف، القطيف، خميس مشيط، عرعر، نيوم، السعودية، المملكة العربية السعودية
Asia/Riyadh: jeddah, jiddah, mecca, makkah, medina, madinah, dammam, khobar, dhahran, taif, tabuk, abha, neom, saudi arabia, saudi, ksa
Asia/Beirut: بيروت، صيدا، صور، زحلة، بعلبك، جونية، النبطية، طرابلس، طرابلس الشام، طرابلس لبنان، لبنان
Asia/Beirut: sidon, saida, tyre, zahle, baalbek, tripoli, tripoli lebanon, lebanon
Asia/Baghdad: بغداد، البصرة، أربيل، الموصل، كركوك، النجف، كربلاء، السليمانية، دهوك، الناصرية، الحلة، الفلوجة، الرمادي، سامراء، تكريت
Asia/Baghdad: العراق، كردستان، basra, erbil, mosul, kirkuk, najaf, karbala, sulaymaniyah, duhok, fallujah, iraq
Asia/Dubai: دبي، أبوظبي، أبو ظبي، الشارقة، عجمان، رأس الخيمة، الفجيرة، أم القيوين، العين، الإمارات، الإمارات العربية المتحدة
Asia/Dubai: abu dhabi, sharjah, ajman, ras al khaimah, fujairah, al ain, uae, emirates, united arab emirates
Asia/Muscat: مسقط، صلالة، صحار، نزوى، صور، سلطنة عمان، عُمان، salalah, sohar, nizwa, oman
Asia/Qatar: الدوحة، قطر، الريان، الوكرة، doha
Asia/Kuwait: الكويت، مدينة الكويت، حولي، الأحمدي، الجهراء، السالمية، kuwait city
Asia/Bahrain: المنامة، البحرين، المحرق، manama
Asia/Amman: عمّان، عَمّان، عَمَّان، إربد، الزرقاء، العقبة، السلط، مأدبا، الكرك، الأردن، irbid, zarqa, aqaba, jordan
Asia/Damascus: دمشق، حلب، حمص، حماة، اللاذقية، طرطوس، دير الزور، الرقة، درعا، السويداء، إدلب، القامشلي، الحسكة، سوريا، سورية
Asia/Damascus: aleppo, homs, hama, latakia, tartus, idlib, raqqa, deir ez zor, syria
Asia/Gaza: غزة، قطاع غزة، خان يونس، رفح، دير البلح، gaza city, khan younis, rafah
Asia/Hebron: الخليل، رام الله، نابلس، جنين، بيت لحم، أريحا، طولكرم، قلقيلية، الضفة، الضفة الغربية، ramallah, nablus, jenin
Asia/Hebron: bethlehem, jericho, west bank
Asia/Jerusalem Asia/Hebron: القدس، أورشليم، القدس الشريف، al quds, quds, jerusalem
Asia/Gaza Asia/Hebron: فلسطين، palestine
Asia/Jerusalem: تل أبيب، حيفا، يافا، الناصرة، عكا، بئر السبع، إسرائيل، tel aviv, haifa, jaffa, nazareth, acre, israel
Asia/Aden: عدن، صنعاء، تعز، الحديدة، المكلا، مأرب، ذمار، سيئون، حضرموت، اليمن، sanaa, taiz, hodeidah, mukalla, marib, yemen
Africa/Khartoum: الخرطوم، أم درمان، بورتسودان، بور سودان، كسلا، الأبيض، ود مدني، الفاشر، نيالا، السودان
Africa/Khartoum: omdurman, port sudan, kassala, el fasher, nyala, sudan
Africa/Juba: جوبا، جنوب السودان، south sudan
Africa/Tripoli: طرابلس، طرابلس الغرب، طرابلس ليبيا، بنغازي، مصراتة، سبها، طبرق، درنة، سرت، الزاوية، ليبيا
Africa/Tripoli: benghazi, misrata, sebha, tobruk, derna, sirte, tripoli, tripoli libya, libya
Africa/Tunis: تونس، صفاقس، سوسة، القيروان، بنزرت، قابس، قفصة، المنستير، sfax, sousse, kairouan, bizerte, gabes, tunisia
Africa/Algiers: الجزائر، الجزائر العاصمة، وهران، قسنطينة، عنابة، البليدة، سطيف، باتنة، تلمسان، بجاية، ورقلة، بسكرة، تمنراست
Africa/Algiers: oran, constantine, annaba, blida, setif, batna, tlemcen, algeria
Africa/Casablanca: الدار البيضاء، كازابلانكا، كازا، الرباط، مراكش، فاس، طنجة، أغادير، مكناس، وجدة، تطوان، سلا، القنيطرة، المغرب
Africa/Casablanca: rabat, marrakesh, marrakech, fez, fes, tangier, tanger, agadir, meknes, oujda, tetouan, morocco
Africa/El_Aaiun: العيون، الداخلة، السمارة، الصحراء الغربية، laayoune, dakhla, western sahara
Africa/Nouakchott: نواكشوط، نواذيبو، موريتانيا، nouadhibou, mauritania
Africa/Mogadishu: مقديشو، هرجيسا، الصومال، hargeisa, somalia
Africa/Djibouti: جيبوتي
Indian/Comoro: موروني، جزر القمر، moroni, comoros
Europe/Istanbul: إسطنبول، اسطنبول، أنقرة، أنطاليا، إزمير، بورصة، غازي عنتاب، عنتاب، أضنة، مرسين، أنطاكيا، قونية، طرابزون، تركيا
Europe/Istanbul: ankara, izmir, antalya, bursa, gaziantep, adana, mersin, konya, trabzon, turkey, türkiye
Asia/Tehran: طهران، مشهد، أصفهان، شيراز، تبريز، قم، الأهواز، عبادان، إيران، mashhad, isfahan, shiraz, tabriz, ahvaz, iran
Asia/Kabul: كابول، كابل، قندهار، هرات، أفغانستان، kandahar, herat, afghanistan
Asia/Karachi: كراتشي، إسلام آباد، إسلام اباد، لاهور، بيشاور، باكستان، حيدر آباد، islamabad, lahore, peshawar, hyderabad, pakistan
Asia/Kolkata: دلهي، نيودلهي، نيو دلهي، مومباي، بومباي، كلكتا، بنغالور، تشيناي، حيدر آباد، الهند، delhi, new delhi, mumbai, kolkata
Asia/Kolkata: bangalore, bengaluru, chennai, hyderabad, india
Asia/Dhaka: دكا، داكا، بنغلاديش، bangladesh
Asia/Colombo: كولومبو، سريلانكا، sri lanka
Asia/Kathmandu: كاتماندو، نيبال، nepal
Indian/Maldives: ماليه، المالديف، جزر المالديف، male
Europe/London: لندن، مانشستر، برمنغهام، برمنجهام، بيرمنغهام، ليفربول، ليدز، غلاسكو، إدنبرة، أدنبره، بلفاست، كارديف، أكسفورد، كامبريدج
Europe/London: بريطانيا، إنجلترا، إنكلترا، المملكة المتحدة، اسكتلندا، birmingham, manchester, liverpool, leeds, glasgow, edinburgh
Europe/London: belfast, cardiff, oxford, cambridge, uk, united kingdom, britain, great britain, england, scotland, wales
America/Chicago: برمنغهام، برمنجهام، بيرمنغهام، birmingham
America/New_York: كامبريدج، cambridge
Europe/Dublin: دبلن، أيرلندا، إيرلندا، ireland
Europe/Paris: باريس، مرسيليا، مارسيليا، ليون، تولوز، نيس، ستراسبورغ، بوردو، فرنسا، marseille, lyon, toulouse, lille
Europe/Paris: strasbourg, bordeaux, france
Europe/Berlin: برلين، ميونخ، ميونيخ، هامبورغ، فرانكفورت، كولونيا، كولن، دوسلدورف، شتوتغارت، بون، لايبزيغ، دورتموند، إيسن، هانوفر
Europe/Berlin: ألمانيا، munich, hamburg, frankfurt, cologne, köln, düsseldorf, dusseldorf, stuttgart, bonn, leipzig, dortmund, germany
Europe/Vienna: فيينا، فينا، النمسا، graz, salzburg, austria
Europe/Zurich: زيورخ، زيوريخ، جنيف، برن، بازل، سويسرا، geneva, bern, basel, switzerland
Europe/Brussels: بروكسل، أنتويرب، بلجيكا، antwerp, ghent, belgium
Europe/Amsterdam: أمستردام، روتردام، لاهاي، أوترخت، هولندا، rotterdam, the hague, utrecht, netherlands, holland
Europe/Luxembourg: لوكسمبورغ، لوكسمبورج
Europe/Madrid: مدريد، برشلونة، فالنسيا، بلنسية، إشبيلية، غرناطة، مالقة، ملقة، قرطبة، إسبانيا، اسبانيا، barcelona, valencia, seville
Europe/Madrid: granada, malaga, cordoba, spain
America/Argentina/Cordoba: قرطبة، cordoba
Europe/Lisbon: لشبونة، بورتو، البرتغال، porto, portugal
Europe/Rome: روما، ميلانو، نابولي، تورينو، البندقية، فلورنسا، باليرمو، إيطاليا، milan, milano, naples, turin, venice, florence, italy
Europe/Malta: مالطا، فاليتا، valletta
Europe/Athens: أثينا، سالونيك، اليونان، thessaloniki, greece
Asia/Nicosia: نيقوسيا، لارنكا، ليماسول، قبرص، larnaca, limassol, cyprus
Europe/Stockholm: ستوكهولم، مالمو، غوتنبرغ، السويد، malmö, gothenburg, göteborg, sweden
Europe/Oslo: أوسلو، النرويج، bergen, norway
Europe/Copenhagen: كوبنهاغن، كوبنهاجن، الدنمارك، الدانمارك، aarhus, denmark
Europe/Helsinki: هلسنكي، فنلندا، finland
Atlantic/Reykjavik: ريكيافيك، آيسلندا، أيسلندا، iceland
Europe/Warsaw: وارسو، كراكوف، بولندا، krakow, cracow, gdansk, poland
Europe/Prague: براغ، التشيك، czechia, czech republic
Europe/Bratislava: براتيسلافا، سلوفاكيا، slovakia
Europe/Budapest: بودابست، المجر، هنغاريا، hungary
Europe/Bucharest: بوخارست، رومانيا، romania
Europe/Sofia: صوفيا، بلغاريا، bulgaria
Europe/Belgrade: بلغراد، بلجراد، صربيا، serbia
Europe/Sarajevo: سراييفو، البوسنة، البوسنة والهرسك، bosnia
Europe/Zagreb: زغرب، كرواتيا، croatia
Europe/Tirane: تيرانا، ألبانيا، tirana, albania
Europe/Kyiv: كييف، خاركيف، خاركوف، أوديسا، لفيف، أوكرانيا، kyiv, kiev, kharkiv, odesa, odessa, lviv, ukraine
Europe/Minsk: مينسك، بيلاروسيا، بيلاروس، belarus
Europe/Chisinau: كيشيناو، مولدوفا، moldova
Europe/Vilnius: فيلنيوس، ليتوانيا، lithuania
Europe/Riga: ريغا، لاتفيا، latvia
Europe/Tallinn: تالين، إستونيا، estonia
Europe/Moscow: موسكو، سانت بطرسبرغ، سان بطرسبرغ، سانت بطرسبورغ، بطرسبرغ، بطرسبورغ، قازان، كازان، سوتشي، غروزني، جروزني، محج قلعة
Europe/Moscow: روستوف، كورسك، بيلغورود، فورونيج، كراسنودار، مورمانسك، نيجني نوفغورود، بيلغورد، st petersburg, saint petersburg
Europe/Moscow: st. petersburg, petersburg, kazan, sochi, grozny, makhachkala, rostov, rostov on don, kursk, belgorod, voronezh
Europe/Moscow: krasnodar, murmansk, nizhny novgorod
Europe/Kaliningrad: كالينينغراد، كالينينجراد
Europe/Volgograd: فولغوغراد، فولجوجراد
Europe/Saratov: ساراتوف
Europe/Astrakhan: أستراخان، استراخان
Europe/Samara: سامارا، تولياتي، إيجيفسك، tolyatti, izhevsk
Asia/Yekaterinburg: يكاترينبورغ، يكاترينبرغ، إيكاترينبورغ، تشيليابينسك، أوفا، بيرم، تيومين، ekaterinburg, chelyabinsk, ufa, perm, tyumen
Asia/Omsk: أومسك
Asia/Novosibirsk: نوفوسيبيرسك
Asia/Tomsk: تومسك
Asia/Krasnoyarsk: كراسنويارسك
Asia/Irkutsk: إيركوتسك، أولان أودي، ulan ude
Asia/Yakutsk: ياكوتسك، بلاغوفيشتشينسك، فوستوتشني، blagoveshchensk, vostochny
Asia/Vladivostok: فلاديفوستوك، خاباروفسك، ناخودكا، أوسوريسك، خاسان، كومسومولسك، khabarovsk, nakhodka, ussuriysk, khasan, komsomolsk
Asia/Sakhalin: ساخالين، سخالين، يوجنو ساخالينسك، yuzhno sakhalinsk
Asia/Magadan: ماغادان
Asia/Kamchatka: كامتشاتكا، بتروبافلوفسك كامتشاتسكي، petropavlovsk kamchatsky
Asia/Seoul: سيول، سول، سيئول، بوسان، إنتشون، إنشون، دايغو، دايجو، دايجون، غوانغجو، أولسان، سوون، سيجونغ، جيجو، كوريا الجنوبية
Asia/Seoul: busan, pusan, incheon, daegu, daejeon, gwangju, ulsan, suwon, sejong, jeju, panmunjom, south korea, rok
Asia/Pyongyang: بيونغ يانغ، بيونج يانج، بيونغيانغ، راسون، راجين، وونسان، كايسونغ، تشونغجين، هامهونغ، سينويجو، نامبو، كوريا الشمالية
Asia/Pyongyang: rason, rajin, wonsan, kaesong, chongjin, hamhung, sinuiju, nampo, tumangang, north korea, dprk
Asia/Pyongyang Asia/Seoul: كوريا، korea
Asia/Tokyo: طوكيو، أوساكا، كيوتو، يوكوهاما، ناغويا، هيروشيما، ناغازاكي، اليابان، osaka, kyoto, yokohama, nagoya, hiroshima, japan
Asia/Shanghai: بكين، بيجين، شنغهاي، شانغهاي، غوانغجو الصينية، كانتون، غوانزو، شنتشن، داندونغ، ووهان، الصين، beijing, peking
Asia/Shanghai: guangzhou, canton, shenzhen, wuhan, shenyang, dandong, yanji, harbin, china
Asia/Hong_Kong: هونغ كونغ، هونج كونج
Asia/Taipei: تايبيه، تايبه، تايوان، taiwan
Asia/Singapore: سنغافورة، سنغافوره
Asia/Kuala_Lumpur: كوالالمبور، كوالا لمبور، ماليزيا، malaysia
Asia/Brunei: بروناي، بندر سري بكاوان
Asia/Bangkok: بانكوك، بانجكوك، تايلاند، تايلند، thailand
Asia/Ho_Chi_Minh: هانوي، فيتنام، هو تشي منه، hanoi, saigon, ho chi minh city, vietnam
Asia/Manila: مانيلا، الفلبين، philippines
Asia/Ulaanbaatar: أولان باتور، منغوليا، ulan bator, mongolia
Asia/Jakarta: جاكرتا، سورابايا، باندونغ، surabaya, bandung
Asia/Makassar: بالي، دنباسار، bali, denpasar
Asia/Jakarta Asia/Makassar Asia/Jayapura: إندونيسيا، اندونيسيا، indonesia
Asia/Tashkent: طشقند، سمرقند، أوزبكستان، uzbekistan
Asia/Almaty: ألماتي، ألما آتا، أستانا، كازاخستان، astana, kazakhstan
Asia/Bishkek: بيشكيك، قيرغيزستان، kyrgyzstan
Asia/Dushanbe: دوشنبه، طاجيكستان، tajikistan
Asia/Ashgabat: عشق آباد، تركمانستان، turkmenistan
Asia/Baku: باكو، أذربيجان، azerbaijan
Asia/Yerevan: يريفان، أرمينيا، armenia
Asia/Tbilisi: تبليسي، تفليس، جورجيا، georgia
America/New_York: جورجيا، أتلانتا، georgia, atlanta
Africa/Addis_Ababa: أديس أبابا، إثيوبيا، أثيوبيا، ethiopia
Africa/Asmara: أسمرة، أسمرا، إريتريا، eritrea
Africa/Nairobi: نيروبي، كينيا، kenya
Africa/Kampala: كمبالا، أوغندا، uganda
Africa/Dar_es_Salaam: دار السلام، زنجبار، تنزانيا، zanzibar, tanzania
Africa/Ndjamena: نجامينا، إنجامينا، تشاد، chad
Africa/Niamey: نيامي، النيجر
Africa/Lagos: لاغوس، أبوجا، كانو، نيجيريا، abuja, kano, nigeria
Africa/Bamako: باماكو، مالي، mali
Africa/Dakar: داكار، السنغال، senegal
Africa/Accra: أكرا، غانا، ghana
Africa/Abidjan: أبيدجان، ساحل العاج، ivory coast
Africa/Johannesburg: جوهانسبرغ، كيب تاون، بريتوريا، ديربان، جنوب أفريقيا، جنوب إفريقيا، cape town, pretoria, durban, south africa
Africa/Kinshasa: كينشاسا
America/New_York: نيويورك، واشنطن، بوسطن، فيلادلفيا، ميامي، ديربورن، ديترويت، washington, washington dc, boston, philadelphia
America/New_York: miami, dearborn, new jersey, nyc
America/Chicago: شيكاغو، هيوستن، دالاس، أوستن، تكساس، houston, dallas, austin, san antonio, minneapolis, new orleans
America/Denver: دنفر، salt lake city
America/Phoenix: فينيكس، أريزونا، arizona
America/Los_Angeles: لوس أنجلوس، لوس أنجليس، سان فرانسيسكو، سان دييغو، سياتل، لاس فيغاس، كاليفورنيا، san francisco, san diego
America/Los_Angeles: seattle, las vegas, portland, california
America/New_York: portland
America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu: أمريكا، أميركا
America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu: الولايات المتحدة
America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu: usa, us, america
America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu: united states
America/Toronto: تورونتو، تورنتو، مونتريال، أوتاوا، أوتوا، montreal, ottawa, quebec
America/Vancouver: فانكوفر
America/Edmonton: إدمونتون، كالغاري، كالجاري، calgary
America/St_Johns America/Halifax America/Toronto America/Winnipeg America/Regina America/Edmonton America/Vancouver: كندا، canada
America/Mexico_City: مكسيكو سيتي، مكسيكو، مدينة مكسيكو
America/Mexico_City America/Cancun America/Hermosillo America/Tijuana: المكسيك، mexico
America/Sao_Paulo: ساو باولو، ريو دي جانيرو، برازيليا، rio de janeiro, rio, brasilia
America/Sao_Paulo America/Manaus America/Rio_Branco America/Noronha: البرازيل، brazil
America/Argentina/Buenos_Aires: بوينس آيرس، بوينس أيرس، الأرجنتين، argentina
America/Santiago: سانتياغو، تشيلي، santiago
America/Bogota: بوغوتا، كولومبيا، colombia
America/Lima: ليما، بيرو، peru
America/Caracas: كاراكاس، فنزويلا، venezuela
America/Havana: هافانا، كوبا، cuba
Australia/Sydney: سيدني، ملبورن، كانبرا، canberra
Australia/Perth: بيرث
Australia/Brisbane: بريزبن
Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin Australia/Perth: أستراليا، استراليا، australia
Pacific/Auckland: أوكلاند، ويلينغتون، نيوزيلندا، wellington, new zealand
Europe/Moscow Europe/Kaliningrad Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok Asia/Magadan Asia/Kamchatka: روسيا، روسيا الاتحادية، russia
UTC: غرينتش، جرينتش، غرينيتش، جرينيتش، التوقيت العالمي، utc, gmt, greenwich
`
