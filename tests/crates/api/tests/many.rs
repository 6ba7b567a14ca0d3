//! A catalog of more rows than are found by a `match`, and more text than a constant holds.

use controls_core::{Answer, Control, controls};

controls! {
    #[published = "https://learn.example/many/controls"]
    enum Many {
        Part0 = "Part 0" {
            AlphaAlpha = "alpha alpha support" => Yes,
            BravoAlpha = "bravo alpha support" => No,
            CharlieAlpha = "charlie alpha support" => NotApplicable,
            DeltaAlpha = "delta alpha support" => "Yes (alpha tier)" { notes: "By [delta](./delta.md) and [alpha](/alpha)." },
            EchoAlpha = "echo alpha support" => Yes,
            FoxtrotAlpha = "foxtrot alpha support" => No { documentation: "[alpha](/alpha)", formerly: ["was-foxtrot-alpha"] },
            GolfAlpha = "golf alpha support" => NotApplicable,
            HotelAlpha = "hotel alpha support" => "Yes (alpha tier)",
            IndiaAlpha = "india alpha support" => Yes,
            JulietAlpha = "juliet alpha support" => No,
            AlphaBravo = "alpha bravo support" => NotApplicable { notes: "By [alpha](./alpha.md) and [bravo](/bravo)." },
            BravoBravo = "bravo bravo support" => "Yes (bravo tier)",
            CharlieBravo = "charlie bravo support" => Yes,
            DeltaBravo = "delta bravo support" => No,
            EchoBravo = "echo bravo support" => NotApplicable,
            FoxtrotBravo = "foxtrot bravo support" => "Yes (bravo tier)",
            GolfBravo = "golf bravo support" => Yes { documentation: "[bravo](/bravo)", formerly: ["was-golf-bravo"] },
            HotelBravo = "hotel bravo support" => No { notes: "By [hotel](./hotel.md) and [bravo](/bravo)." },
            IndiaBravo = "india bravo support" => NotApplicable,
            JulietBravo = "juliet bravo support" => "Yes (bravo tier)",
            AlphaCharlie = "alpha charlie support" => Yes,
            BravoCharlie = "bravo charlie support" => No,
            CharlieCharlie = "charlie charlie support" => NotApplicable,
            DeltaCharlie = "delta charlie support" => "Yes (charlie tier)",
            EchoCharlie = "echo charlie support" => Yes { notes: "By [echo](./echo.md) and [charlie](/charlie)." },
            FoxtrotCharlie = "foxtrot charlie support" => No,
            GolfCharlie = "golf charlie support" => NotApplicable,
            HotelCharlie = "hotel charlie support" => "Yes (charlie tier)" { documentation: "[charlie](/charlie)", formerly: ["was-hotel-charlie"] },
            IndiaCharlie = "india charlie support" => Yes,
            JulietCharlie = "juliet charlie support" => No,
        }
        Part1 = "Part 1" {
            AlphaDelta = "alpha delta support" => NotApplicable,
            BravoDelta = "bravo delta support" => "Yes (delta tier)" { notes: "By [bravo](./bravo.md) and [delta](/delta)." },
            CharlieDelta = "charlie delta support" => Yes,
            DeltaDelta = "delta delta support" => No,
            EchoDelta = "echo delta support" => NotApplicable,
            FoxtrotDelta = "foxtrot delta support" => "Yes (delta tier)",
            GolfDelta = "golf delta support" => Yes,
            HotelDelta = "hotel delta support" => No,
            IndiaDelta = "india delta support" => NotApplicable { documentation: "[delta](/delta)", formerly: ["was-india-delta"] },
            JulietDelta = "juliet delta support" => "Yes (delta tier)",
            AlphaEcho = "alpha echo support" => Yes,
            BravoEcho = "bravo echo support" => No,
            CharlieEcho = "charlie echo support" => NotApplicable,
            DeltaEcho = "delta echo support" => "Yes (echo tier)",
            EchoEcho = "echo echo support" => Yes,
            FoxtrotEcho = "foxtrot echo support" => No { notes: "By [foxtrot](./foxtrot.md) and [echo](/echo)." },
            GolfEcho = "golf echo support" => NotApplicable,
            HotelEcho = "hotel echo support" => "Yes (echo tier)",
            IndiaEcho = "india echo support" => Yes,
            JulietEcho = "juliet echo support" => No { documentation: "[echo](/echo)", formerly: ["was-juliet-echo"] },
            AlphaFoxtrot = "alpha foxtrot support" => NotApplicable,
            BravoFoxtrot = "bravo foxtrot support" => "Yes (foxtrot tier)",
            CharlieFoxtrot = "charlie foxtrot support" => Yes { notes: "By [charlie](./charlie.md) and [foxtrot](/foxtrot)." },
            DeltaFoxtrot = "delta foxtrot support" => No,
            EchoFoxtrot = "echo foxtrot support" => NotApplicable,
            FoxtrotFoxtrot = "foxtrot foxtrot support" => "Yes (foxtrot tier)",
            GolfFoxtrot = "golf foxtrot support" => Yes,
            HotelFoxtrot = "hotel foxtrot support" => No,
            IndiaFoxtrot = "india foxtrot support" => NotApplicable,
            JulietFoxtrot = "juliet foxtrot support" => "Yes (foxtrot tier)" { id: "é-日本", notes: "日本語 [é](/é) \" \\ \u{202e}" },
        }
        Part2 = "Part 2" {
            AlphaGolf = "alpha golf support" => Yes { documentation: "[golf](/golf)", formerly: ["was-alpha-golf"] },
            BravoGolf = "bravo golf support" => No,
            CharlieGolf = "charlie golf support" => NotApplicable,
            DeltaGolf = "delta golf support" => "Yes (golf tier)",
            EchoGolf = "echo golf support" => Yes,
            FoxtrotGolf = "foxtrot golf support" => No,
            GolfGolf = "golf golf support" => NotApplicable { notes: "By [golf](./golf.md) and [golf](/golf)." },
            HotelGolf = "hotel golf support" => "Yes (golf tier)",
            IndiaGolf = "india golf support" => Yes,
            JulietGolf = "juliet golf support" => No,
            AlphaHotel = "alpha hotel support" => NotApplicable,
            BravoHotel = "bravo hotel support" => "Yes (hotel tier)" { documentation: "[hotel](/hotel)", formerly: ["was-bravo-hotel"] },
            CharlieHotel = "charlie hotel support" => Yes,
            DeltaHotel = "delta hotel support" => No { notes: "By [delta](./delta.md) and [hotel](/hotel)." },
            EchoHotel = "echo hotel support" => NotApplicable,
            FoxtrotHotel = "foxtrot hotel support" => "Yes (hotel tier)",
            GolfHotel = "golf hotel support" => Yes,
            HotelHotel = "hotel hotel support" => No,
            IndiaHotel = "india hotel support" => NotApplicable,
            JulietHotel = "juliet hotel support" => "Yes (hotel tier)",
            AlphaIndia = "alpha india support" => Yes { notes: "By [alpha](./alpha.md) and [india](/india)." },
            BravoIndia = "bravo india support" => No,
            CharlieIndia = "charlie india support" => NotApplicable { documentation: "[india](/india)", formerly: ["was-charlie-india"] },
            DeltaIndia = "delta india support" => "Yes (india tier)",
            EchoIndia = "echo india support" => Yes,
            FoxtrotIndia = "foxtrot india support" => No,
            GolfIndia = "golf india support" => NotApplicable,
            HotelIndia = "hotel india support" => "Yes (india tier)" { notes: "By [hotel](./hotel.md) and [india](/india)." },
            IndiaIndia = "india india support" => Yes,
            JulietIndia = "juliet india support" => No,
        }
        Part3 = "Part 3" {
            AlphaJuliet = "alpha juliet support" => NotApplicable,
            BravoJuliet = "bravo juliet support" => "Yes (juliet tier)",
            CharlieJuliet = "charlie juliet support" => Yes,
            DeltaJuliet = "delta juliet support" => No { documentation: "[juliet](/juliet)", formerly: ["was-delta-juliet"] },
            EchoJuliet = "echo juliet support" => NotApplicable { notes: "By [echo](./echo.md) and [juliet](/juliet)." },
            FoxtrotJuliet = "foxtrot juliet support" => "Yes (juliet tier)",
            GolfJuliet = "golf juliet support" => Yes,
            HotelJuliet = "hotel juliet support" => No,
            IndiaJuliet = "india juliet support" => NotApplicable,
            JulietJuliet = "juliet juliet support" => "Yes (juliet tier)",
            AlphaAlphaKilo = "alpha alpha kilo support" => Yes,
            BravoAlphaKilo = "bravo alpha kilo support" => No { notes: "By [bravo](./bravo.md) and [alpha](/alpha)." },
            CharlieAlphaKilo = "charlie alpha kilo support" => NotApplicable,
            DeltaAlphaKilo = "delta alpha kilo support" => "Yes (alpha tier)",
            EchoAlphaKilo = "echo alpha kilo support" => Yes { documentation: "[alpha](/alpha)", formerly: ["was-echo-alpha"] },
            FoxtrotAlphaKilo = "foxtrot alpha kilo support" => No,
            GolfAlphaKilo = "golf alpha kilo support" => NotApplicable,
            HotelAlphaKilo = "hotel alpha kilo support" => "Yes (alpha tier)",
            IndiaAlphaKilo = "india alpha kilo support" => Yes { notes: "By [india](./india.md) and [alpha](/alpha)." },
            JulietAlphaKilo = "juliet alpha kilo support" => No,
            AlphaBravoKilo = "alpha bravo kilo support" => NotApplicable,
            BravoBravoKilo = "bravo bravo kilo support" => "Yes (bravo tier)",
            CharlieBravoKilo = "charlie bravo kilo support" => Yes,
            DeltaBravoKilo = "delta bravo kilo support" => No,
            EchoBravoKilo = "echo bravo kilo support" => NotApplicable,
            FoxtrotBravoKilo = "foxtrot bravo kilo support" => "Yes (bravo tier)" { documentation: "[bravo](/bravo)", formerly: ["was-foxtrot-bravo"] },
            GolfBravoKilo = "golf bravo kilo support" => Yes,
            HotelBravoKilo = "hotel bravo kilo support" => No,
            IndiaBravoKilo = "india bravo kilo support" => NotApplicable,
            JulietBravoKilo = "juliet bravo kilo support" => "Yes (bravo tier)",
        }
    }
}

#[test]
fn every_row_says_what_the_definition_does() {
    assert_eq!(Many::COUNT, 120);
    for (index, control) in Many::all().enumerate() {
        let record = control.record();
        assert_eq!(Many::CATALOG.records.get(index), Some(record));
        assert_eq!((control.title(), control.id()), (record.title, record.id));
        assert_eq!(
            (control.notes(), control.documentation()),
            (record.notes, record.documentation)
        );
        assert_eq!(
            (record.section, record.section_index),
            (control.section().title(), index / 30)
        );
        assert_eq!(record.answer, Some(control.answer()));
        // Title and name are the same words.
        let words = record.title.replace(" support", "").replace(' ', "");
        assert_eq!(format!("{control:?}").to_lowercase(), words);
    }
}

#[test]
fn every_id_is_found_and_nothing_else() {
    for control in Many::all() {
        assert_eq!(Many::from_id(control.id()), Some(control));
        assert_eq!(<Many as Control>::from_id(control.id()), Some(control));
        for other in [
            format!("{}x", control.id()),
            control.id().chars().skip(1).collect(),
            control.id().to_uppercase(),
        ] {
            assert_eq!(Many::from_id(&other), None, "{other}");
        }
    }
    assert_eq!(Many::from_id(""), None);
}

#[test]
fn texts_are_kept_letter_by_letter() {
    let control = Many::from_id("é-日本").unwrap();
    assert_eq!(control.notes(), Some("日本語 [é](/é) \" \\ \u{202e}"));
    let link = control.links()[0];
    assert_eq!((link.text, link.target), ("é", "/é"));
    assert_eq!(control.answer(), Answer::Qualified("Yes (foxtrot tier)"));
}

#[test]
fn links_and_former_names_stay_with_their_rows() {
    let links = |text: &str| {
        let links = text.parse::<Many>().unwrap().links();
        links.iter().map(|link| link.target).collect::<Vec<_>>()
    };
    assert_eq!(links("delta-alpha"), ["./delta.md", "/alpha"]);
    assert_eq!(links("was-foxtrot-alpha"), ["/alpha"]);
    assert_eq!(links("alpha-alpha"), [""; 0]);
    assert_eq!(links("juliet bravo support"), [""; 0]);
    let (definition, _) = include_str!("many.rs").split_once("#[test]").unwrap();
    assert_eq!(
        Many::all()
            .map(|control| control.links().len())
            .sum::<usize>(),
        definition.matches("](").count()
    );
}
