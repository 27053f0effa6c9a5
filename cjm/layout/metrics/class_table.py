"""Line-breaking classes of Unicode 16: first code point:value of each run; made by ``generate.py``."""

CLASSES = """
0:~ 9:b a:s e:~ 20:s 21:e 22:q 23:a 24:r 25:t 26:a 27:q 28:o 29:d 2a:a 2b:r 2c:j 2d:h 2e:j 2f:y 30:n
3a:j 3c:a 3f:e 40:a 5b:o 5c:r 5d:d 5e:a 7b:o 7c:b 7d:c 7e:a 7f:~ 85:s 86:~ a0:g a1:o a2:t a3:r a6:a
ab:p ac:a ad:b ae:a b0:t b1:r b2:a b4:1 b5:a bb:f bc:a bf:o c0:a 2c8:1 2c9:a 2cc:1 2cd:a 2df:1 2e0:a
300:~ 34f:g 350:~ 35c:g 363:~ 370:a 37e:j 37f:a 483:~ 48a:a 589:j 58a:b 58b:a 58f:r 590:a 591:~
5be:b 5bf:~ 5c0:a 5c1:~ 5c3:a 5c4:~ 5c6:e 5c7:~ 5c8:a 5d0:l 5eb:a 5ef:l 5f3:a 600:n 606:a 609:t
60c:j 60e:a 610:~ 61b:e 61c:~ 61d:e 620:a 64b:~ 660:n 66a:t 66b:n 66d:a 670:~ 671:a 6d4:e 6d5:a
6d6:~ 6dd:n 6de:a 6df:~ 6e5:a 6e7:~ 6e9:a 6ea:~ 6ee:a 6f0:n 6fa:a 711:~ 712:a 730:~ 74b:a 7a6:~
7b1:a 7c0:n 7ca:a 7eb:~ 7f4:a 7f8:j 7f9:e 7fa:a 7fd:~ 7fe:r 800:a 816:~ 81a:a 81b:~ 824:a 825:~
828:a 829:~ 82e:a 859:~ 85c:a 890:n 892:a 897:~ 8a0:a 8ca:~ 8e2:n 8e3:~ 904:a 93a:~ 93d:a 93e:~
950:a 951:~ 958:a 962:~ 964:b 966:n 970:a 981:~ 984:a 9bc:~ 9bd:a 9be:~ 9c5:a 9c7:~ 9c9:a 9cb:~
9ce:a 9d7:~ 9d8:a 9e2:~ 9e4:a 9e6:n 9f0:a 9f2:t 9f4:a 9f9:t 9fa:a 9fb:r 9fc:a 9fe:~ 9ff:a a01:~
a04:a a3c:~ a3d:a a3e:~ a43:a a47:~ a49:a a4b:~ a4e:a a51:~ a52:a a66:n a70:~ a72:a a75:~ a76:a
a81:~ a84:a abc:~ abd:a abe:~ ac6:a ac7:~ aca:a acb:~ ace:a ae2:~ ae4:a ae6:n af0:a af1:r af2:a
afa:~ b00:a b01:~ b04:a b3c:~ b3d:a b3e:~ b45:a b47:~ b49:a b4b:~ b4e:a b55:~ b58:a b62:~ b64:a
b66:n b70:a b82:~ b83:a bbe:~ bc3:a bc6:~ bc9:a bca:~ bce:a bd7:~ bd8:a be6:n bf0:a bf9:r bfa:a
c00:~ c05:a c3c:~ c3d:a c3e:~ c45:a c46:~ c49:a c4a:~ c4e:a c55:~ c57:a c62:~ c64:a c66:n c70:a
c77:1 c78:a c81:~ c84:1 c85:a cbc:~ cbd:a cbe:~ cc5:a cc6:~ cc9:a cca:~ cce:a cd5:~ cd7:a ce2:~
ce4:a ce6:n cf0:a cf3:~ cf4:a d00:~ d04:a d3b:~ d3d:a d3e:~ d45:a d46:~ d49:a d4a:~ d4e:a d57:~
d58:a d62:~ d64:a d66:n d70:a d79:t d7a:a d81:~ d84:a dca:~ dcb:a dcf:~ dd5:a dd6:~ dd7:a dd8:~
de0:a de6:n df0:a df2:~ df4:a e01:u e2f:x e31:~ e32:x e34:~ e3b:a e3f:r e40:v e45:x e47:~ e4f:a
e50:n e5a:b e5c:a e81:u e83:a e84:u e85:a e86:u e8b:a e8c:u ea4:a ea5:u ea6:a ea7:u eaf:x eb1:~
eb2:x eb4:~ ebd:u ebe:a ec0:v ec5:a ec6:x ec7:a ec8:~ ece:u ecf:a ed0:n eda:a edc:u ee0:a f01:1
f05:a f06:1 f08:g f09:1 f0b:b f0c:g f0d:e f12:g f13:a f14:e f15:a f18:~ f1a:a f20:n f2a:a f34:b
f35:~ f36:a f37:~ f38:a f39:~ f3a:o f3b:c f3c:o f3d:c f3e:~ f40:a f71:~ f7f:b f80:~ f85:b f86:~
f88:a f8d:~ f98:a f99:~ fbd:a fbe:b fc0:a fc6:~ fc7:a fd0:1 fd2:b fd3:1 fd4:a fd9:g fdb:a 1000:u
102b:~ 103f:u 1040:n 104a:b 104c:a 1050:u 1056:~ 105a:u 105e:~ 1061:u 1062:~ 1065:u 1067:~ 106e:u
1071:~ 1075:u 1082:~ 108e:u 108f:~ 1090:n 109a:~ 109e:u 10a0:a 1100:V 1200:a 135d:~ 1360:a 1361:b
1362:a 1400:b 1401:a 1680:b 1681:a 169b:o 169c:c 169d:a 16eb:b 16ee:a 1712:~ 1716:a 1732:~ 1735:b
1737:a 1752:~ 1754:a 1772:~ 1774:a 1780:u 17b4:~ 17d4:b 17d6:5 17d7:u 17d8:b 17d9:a 17da:b 17db:r
17dc:u 17dd:~ 17de:a 17e0:n 17ea:a 1802:e 1804:b 1806:1 1807:a 1808:e 180a:a 180b:~ 180e:g 180f:~
1810:n 181a:a 1885:~ 1887:a 18a9:~ 18aa:a 1920:~ 192c:a 1930:~ 193c:a 1944:e 1946:n 1950:u 196e:a
1970:u 1975:a 1980:u 19ac:a 19b0:u 19ca:a 19d0:n 19db:a 19de:u 19e0:a 1a17:~ 1a1c:a 1a20:u 1a55:~
1a5f:a 1a60:~ 1a7d:a 1a7f:~ 1a80:n 1a8a:a 1a90:n 1a9a:a 1aa0:u 1aae:a 1ab0:~ 1acf:a 1b00:~ 1b05:a
1b34:~ 1b45:a 1b4e:b 1b50:a 1b5a:b 1b5c:i 1b5d:b 1b61:i 1b6b:~ 1b74:i 1b7d:b 1b80:~ 1b83:a 1ba1:~
1bae:a 1bb0:n 1bba:a 1be6:~ 1bf4:a 1c24:~ 1c38:a 1c3b:b 1c40:n 1c4a:a 1c50:n 1c5a:a 1c7e:b 1c80:a
1cd0:~ 1cd3:a 1cd4:~ 1ce9:a 1ced:~ 1cee:a 1cf4:~ 1cf5:a 1cf7:~ 1cfa:a 1dc0:~ 1dcd:g 1dce:~ 1dfc:g
1dfd:~ 1e00:a 1ffd:1 1ffe:a 2000:b 2007:g 2008:b 200b:z 200c:~ 2010:b 2011:g 2012:b 2014:2 2015:a
2018:p 2019:f 201a:o 201b:p 201d:f 201e:o 201f:p 2020:a 2024:k 2027:b 2028:s 202a:~ 202f:g 2030:t
2038:a 2039:p 203a:f 203b:a 203c:5 203e:a 2044:j 2045:o 2046:c 2047:5 204a:a 2056:b 2057:t 2058:b
205c:a 205d:b 2060:w 2061:a 2066:~ 2070:a 207d:o 207e:c 207f:a 208d:o 208e:c 208f:a 20a0:r 20a7:t
20a8:r 20a9:R 20aa:r 20b6:t 20b7:r 20bb:t 20bc:r 20be:t 20bf:r 20c0:t 20c1:r 20d0:~ 20f1:a 2103:t
2104:a 2109:t 210a:a 2116:r 2117:a 2212:r 2214:a 22ef:k 22f0:a 2308:o 2309:c 230a:o 230b:c 230c:a
231a:I 231c:a 2329:O 232a:C 232b:a 23f0:I 23f1:i 23f3:I 23f4:a 2600:i 2604:a 2614:I 2616:a 2618:i
2619:a 261a:i 261d:4 261e:i 2620:a 2639:i 263c:a 2668:i 2669:a 267f:I 2680:a 26bd:I 26bf:i 26c4:I
26c6:i 26c9:a 26cd:i 26ce:a 26cf:i 26d2:a 26d3:i 26d4:I 26d5:a 26d8:i 26da:a 26dc:i 26dd:a 26df:i
26e2:a 26ea:I 26eb:a 26f1:i 26f2:I 26f4:i 26f5:I 26f6:a 26f7:i 26f9:4 26fa:I 26fb:a 26fd:I 26fe:i
2705:a 2708:i 270a:4 270e:a 275b:q 2761:a 2762:e 2764:i 2765:a 2768:o 2769:c 276a:o 276b:c 276c:o
276d:c 276e:o 276f:c 2770:o 2771:c 2772:o 2773:c 2774:o 2775:c 2776:a 27c5:o 27c6:c 27c7:a 27e6:o
27e7:c 27e8:o 27e9:c 27ea:o 27eb:c 27ec:o 27ed:c 27ee:o 27ef:c 27f0:a 2983:o 2984:c 2985:o 2986:c
2987:o 2988:c 2989:o 298a:c 298b:o 298c:c 298d:o 298e:c 298f:o 2990:c 2991:o 2992:c 2993:o 2994:c
2995:o 2996:c 2997:o 2998:c 2999:a 29d8:o 29d9:c 29da:o 29db:c 29dc:a 29fc:o 29fd:c 29fe:a 2cef:~
2cf2:a 2cf9:e 2cfa:b 2cfd:a 2cfe:e 2cff:b 2d00:a 2d70:b 2d71:a 2d7f:~ 2d80:a 2de0:~ 2e00:q 2e02:p
2e03:f 2e04:p 2e05:f 2e06:q 2e09:p 2e0a:f 2e0b:q 2e0c:p 2e0d:f 2e0e:b 2e16:a 2e17:b 2e18:o 2e19:b
2e1a:a 2e1c:p 2e1d:f 2e1e:a 2e20:p 2e21:f 2e22:o 2e23:c 2e24:o 2e25:c 2e26:o 2e27:c 2e28:o 2e29:c
2e2a:b 2e2e:e 2e2f:a 2e30:b 2e32:a 2e33:b 2e35:a 2e3a:2 2e3c:b 2e3f:a 2e40:b 2e42:o 2e43:b 2e4b:a
2e4c:b 2e4d:a 2e4e:b 2e50:a 2e53:e 2e55:o 2e56:d 2e57:o 2e58:d 2e59:o 2e5a:d 2e5b:o 2e5c:d 2e5d:b
2e5e:a 2e80:I 2e9a:a 2e9b:I 2ef4:a 2f00:I 2fd6:a 2ff0:I 2ffc:i 3000:B 3001:C 3003:I 3005:6 3006:I
3008:O 3009:C 300a:O 300b:C 300c:O 300d:C 300e:O 300f:C 3010:O 3011:C 3012:I 3014:O 3015:C 3016:O
3017:C 3018:O 3019:C 301a:O 301b:C 301c:6 301d:O 301e:C 3020:I 302a:~ 3030:I 3035:~ 3036:I 303b:6
303d:I 303f:i 3040:a 3041:6 3042:I 3043:6 3044:I 3045:6 3046:I 3047:6 3048:I 3049:6 304a:I 3063:6
3064:I 3083:6 3084:I 3085:6 3086:I 3087:6 3088:I 308e:6 308f:I 3095:6 3097:a 3099:~ 309b:6 309f:I
30a0:6 30a2:I 30a3:6 30a4:I 30a5:6 30a6:I 30a7:6 30a8:I 30a9:6 30aa:I 30c3:6 30c4:I 30e3:6 30e4:I
30e5:6 30e6:I 30e7:6 30e8:I 30ee:6 30ef:I 30f5:6 30f7:I 30fb:6 30ff:I 3100:a 3105:I 3130:a 3131:I
318f:a 3190:I 31e4:i 31e6:a 31ef:i 31f0:6 3200:I 321f:a 3220:I 3248:a 3250:I 4dc0:a 4e00:I a015:6
a016:I a48d:a a490:I a4c7:a a4fe:b a500:a a60d:b a60e:e a60f:b a610:a a620:n a62a:a a66f:~ a673:a
a674:~ a67e:a a69e:~ a6a0:a a6f0:~ a6f2:a a6f3:b a6f8:a a802:~ a803:a a806:~ a807:a a80b:~ a80c:a
a823:~ a828:a a82c:~ a82d:a a838:t a839:a a874:1 a876:e a878:a a880:~ a882:a a8b4:~ a8c6:a a8ce:b
a8d0:n a8da:a a8e0:~ a8f2:a a8fc:1 a8fd:a a8ff:~ a900:n a90a:a a926:~ a92e:b a930:a a947:~ a954:a
a960:V a97d:a a980:~ a984:a a9b3:~ a9c1:i a9c7:b a9ca:i a9ce:a a9cf:b a9d0:a a9de:i a9e0:u a9e5:~
a9e6:u a9f0:n a9fa:u a9ff:a aa29:~ aa37:a aa40:b aa43:~ aa44:b aa4c:~ aa4e:a aa5c:i aa5d:b aa60:u
aa7b:~ aa7e:u aab0:~ aab1:u aab2:~ aab5:u aab7:~ aab9:u aabe:~ aac0:u aac1:~ aac2:u aac3:a aadb:u
aae0:a aaeb:~ aaf0:b aaf2:a aaf5:~ aaf7:a abe3:~ abeb:b abec:~ abee:a abf0:n abfa:a ac00:H d7a4:a
d7b0:V d7c7:a d7cb:V d7fc:a f900:I fb00:a fb1d:l fb1e:~ fb1f:l fb29:a fb2a:l fb37:a fb38:l fb3d:a
fb3e:l fb3f:a fb40:l fb42:a fb43:l fb45:a fb46:l fb50:a fd3e:c fd3f:o fd40:a fdfc:t fdfd:a fe00:~
fe10:C fe13:6 fe15:E fe17:O fe18:C fe19:K fe1a:a fe20:g fe21:~ fe22:g fe23:~ fe24:g fe25:~ fe26:g
fe28:~ fe29:g fe2a:~ fe2b:g fe2c:~ fe2d:g fe2f:~ fe30:I fe35:O fe36:C fe37:O fe38:C fe39:O fe3a:C
fe3b:O fe3c:C fe3d:O fe3e:C fe3f:O fe40:C fe41:O fe42:C fe43:O fe44:C fe45:I fe47:O fe48:C fe49:I
fe50:C fe51:I fe52:C fe53:a fe54:6 fe56:E fe58:I fe59:O fe5a:C fe5b:O fe5c:C fe5d:O fe5e:C fe5f:I
fe67:a fe68:I fe69:R fe6a:T fe6b:I fe6c:a feff:w ff00:a ff01:E ff02:I ff04:R ff05:T ff06:I ff08:O
ff09:C ff0a:I ff0c:C ff0d:I ff0e:C ff0f:I ff1a:6 ff1c:I ff1f:E ff20:I ff3b:O ff3c:I ff3d:C ff3e:I
ff5b:O ff5c:I ff5d:C ff5e:I ff5f:O ff60:C ff62:O ff63:C ff65:6 ff66:I ff67:6 ff71:I ff9e:~ ffa0:I
ffbf:a ffc2:I ffc8:a ffca:I ffd0:a ffd2:I ffd8:a ffda:I ffdd:a ffe0:T ffe1:R ffe2:I ffe5:R ffe7:a
fff9:~ fffc:0 fffd:a 10100:b 10103:a 101fd:~ 101fe:a 102e0:~ 102e1:a 10376:~ 1037b:a 1039f:b 103a0:a
103d0:b 103d1:a 104a0:n 104aa:a 10857:b 10858:a 1091f:b 10920:a 10a01:~ 10a04:a 10a05:~ 10a07:a
10a0c:~ 10a10:a 10a38:~ 10a3b:a 10a3f:~ 10a40:a 10a50:b 10a58:a 10ae5:~ 10ae7:a 10af0:b 10af6:k
10af7:a 10b39:b 10b40:a 10d24:~ 10d28:a 10d30:n 10d3a:a 10d40:n 10d4a:a 10d69:~ 10d6e:b 10d6f:a
10eab:~ 10ead:b 10eae:a 10efc:~ 10f00:a 10f46:~ 10f51:a 10f82:~ 10f86:a 11000:~ 11003:a 11038:~
11047:b 11049:i 1104e:a 11052:i 11066:a 11070:~ 11071:a 11073:~ 11075:a 1107f:g 11080:~ 11083:a
110b0:~ 110bb:a 110bd:n 110be:b 110c2:~ 110c3:a 110cd:n 110ce:a 110f0:n 110fa:a 11100:~ 11103:a
11127:~ 11135:a 11136:n 11140:b 11144:a 11145:~ 11147:a 11173:~ 11174:a 11175:1 11176:a 11180:~
11183:a 111b3:~ 111c1:a 111c5:b 111c7:a 111c8:b 111c9:~ 111cd:a 111ce:~ 111d0:n 111da:a 111db:1
111dc:a 111dd:b 111e0:a 1122c:~ 11238:b 1123a:a 1123b:b 1123d:a 1123e:~ 1123f:a 11241:~ 11242:a
112a9:b 112aa:a 112df:~ 112eb:a 112f0:n 112fa:a 11300:~ 11304:a 1133b:~ 1133d:b 1133e:~ 11345:a
11347:~ 11349:a 1134b:~ 1134e:a 11357:~ 11358:a 1135d:b 1135e:a 11362:~ 11364:a 11366:~ 1136d:a
11370:~ 11375:a 113b7:i 113b8:~ 113c1:a 113c2:~ 113c3:a 113c5:~ 113c6:a 113c7:~ 113cb:a 113cc:~
113d1:a 113d2:~ 113d3:i 113d6:a 113d7:i 113d9:a 113e1:~ 113e3:a 11435:~ 11447:a 1144b:b 1144f:a
11450:n 1145a:b 1145c:a 1145e:~ 1145f:a 114b0:~ 114c4:a 114d0:n 114da:a 115af:~ 115b6:a 115b8:~
115c1:1 115c2:b 115c4:e 115c6:a 115c9:b 115d8:a 115dc:~ 115de:a 11630:~ 11641:b 11643:a 11650:n
1165a:a 11660:1 1166d:a 116ab:~ 116b8:a 116c0:n 116ca:a 116d0:n 116e4:a 11700:u 1171b:a 1171d:~
1172c:a 11730:n 1173a:u 1173c:b 1173f:u 11747:a 1182c:~ 1183b:a 118e0:n 118ea:a 11930:~ 11936:a
11937:~ 11939:a 1193b:~ 1193f:a 11940:~ 11941:a 11942:~ 11944:b 11947:a 119d1:~ 119d8:a 119da:~
119e1:a 119e2:1 119e3:a 119e4:~ 119e5:a 11a01:~ 11a0b:a 11a33:~ 11a3a:a 11a3b:~ 11a3f:1 11a40:a
11a41:b 11a45:1 11a46:a 11a47:~ 11a48:a 11a51:~ 11a5c:a 11a8a:~ 11a9a:b 11a9d:a 11a9e:1 11aa1:b
11aa3:a 11b00:1 11b0a:a 11bf0:n 11bfa:a 11c2f:~ 11c37:a 11c38:~ 11c40:a 11c41:b 11c46:a 11c50:n
11c5a:a 11c70:1 11c71:e 11c72:a 11c92:~ 11ca8:a 11ca9:~ 11cb7:a 11d31:~ 11d37:a 11d3a:~ 11d3b:a
11d3c:~ 11d3e:a 11d3f:~ 11d46:a 11d47:~ 11d48:a 11d50:n 11d5a:a 11d8a:~ 11d8f:a 11d90:~ 11d92:a
11d93:~ 11d98:a 11da0:n 11daa:a 11ef2:b 11ef3:~ 11ef7:b 11ef9:a 11f00:~ 11f02:a 11f03:~ 11f04:a
11f34:~ 11f3b:a 11f3e:~ 11f43:b 11f45:i 11f50:a 11f5a:~ 11f5b:a 11fdd:t 11fe1:a 11fff:b 12000:a
12470:b 12475:a 13258:o 1325b:c 1325e:a 13282:c 13283:a 13286:o 13287:c 13288:o 13289:c 1328a:a
13379:o 1337a:c 1337c:a 1342f:o 13430:g 13437:o 13438:c 13439:g 1343c:o 1343d:c 1343e:o 1343f:c
13440:~ 13441:a 13447:~ 13456:a 145ce:o 145cf:c 145d0:a 1611e:~ 16130:a 16a60:n 16a6a:a 16a6e:b
16a70:a 16ac0:n 16aca:a 16af0:~ 16af5:b 16af6:a 16b30:~ 16b37:b 16b3a:a 16b44:b 16b45:a 16b50:n
16b5a:a 16d6e:b 16d70:n 16d7a:a 16e97:b 16e99:a 16f4f:~ 16f50:a 16f51:~ 16f88:a 16f8f:~ 16f93:a
16fe0:6 16fe4:g 16fe5:a 16ff0:~ 16ff2:a 17000:I 187f8:a 18800:I 18b00:a 18d00:I 18d09:a 1b000:I
1b123:a 1b132:5 1b133:a 1b150:6 1b153:a 1b155:5 1b156:a 1b164:6 1b168:a 1b170:I 1b2fc:a 1bc9d:~
1bc9f:b 1bca0:~ 1bca4:a 1ccf0:n 1ccfa:a 1cf00:~ 1cf2e:a 1cf30:~ 1cf47:a 1d165:~ 1d16a:a 1d16d:~
1d183:a 1d185:~ 1d18c:a 1d1aa:~ 1d1ae:a 1d242:~ 1d245:a 1d7ce:n 1d800:a 1da00:~ 1da37:a 1da3b:~
1da6d:a 1da75:~ 1da76:a 1da84:~ 1da85:a 1da87:b 1da8b:a 1da9b:~ 1daa0:a 1daa1:~ 1dab0:a 1e000:~
1e007:a 1e008:~ 1e019:a 1e01b:~ 1e022:a 1e023:~ 1e025:a 1e026:~ 1e02b:a 1e08f:~ 1e090:a 1e130:~
1e137:a 1e140:n 1e14a:a 1e2ae:~ 1e2af:a 1e2ec:~ 1e2f0:n 1e2fa:a 1e2ff:r 1e300:a 1e4ec:~ 1e4f0:n
1e4fa:a 1e5ee:~ 1e5f0:a 1e5f1:n 1e5fb:a 1e8d0:~ 1e8d7:a 1e944:~ 1e94b:a 1e950:n 1e95a:a 1e95e:o
1e960:a 1ecac:t 1ecad:a 1ecb0:t 1ecb1:a 1f000:i 1f004:I 1f005:i 1f0cf:I 1f0d0:i 1f100:a 1f1ae:i
1f1e6:3 1f200:I 1f203:i 1f210:I 1f23c:i 1f240:I 1f249:i 1f250:I 1f252:i 1f260:I 1f266:i 1f300:I
1f321:i 1f32d:I 1f336:i 1f337:I 1f37d:i 1f37e:I 1f385:4 1f386:I 1f394:i 1f39c:a 1f39e:i 1f3a0:I
1f3b5:a 1f3b7:I 1f3bc:a 1f3bd:I 1f3c2:4 1f3c5:I 1f3c7:4 1f3c8:I 1f3ca:4 1f3cd:i 1f3cf:I 1f3d4:i
1f3e0:I 1f3f1:i 1f3f4:I 1f3f5:i 1f3f8:I 1f3fb:m 1f400:I 1f43f:i 1f440:I 1f441:i 1f442:4 1f444:I
1f446:4 1f451:I 1f466:4 1f479:I 1f47c:4 1f47d:I 1f481:4 1f484:I 1f485:4 1f488:I 1f48f:4 1f490:I
1f491:4 1f492:I 1f4a0:a 1f4a1:I 1f4a2:a 1f4a3:I 1f4a4:a 1f4a5:I 1f4aa:4 1f4ab:I 1f4af:a 1f4b0:I
1f4b1:a 1f4b3:I 1f4fd:i 1f4ff:I 1f500:a 1f507:I 1f517:a 1f525:I 1f532:a 1f54a:i 1f54b:I 1f54f:i
1f550:I 1f568:i 1f574:4 1f576:i 1f57a:4 1f57b:i 1f590:4 1f591:i 1f595:4 1f597:i 1f5a4:I 1f5a5:i
1f5d4:a 1f5dc:i 1f5f4:a 1f5fa:i 1f5fb:I 1f645:4 1f648:I 1f64b:4 1f650:a 1f676:q 1f679:5 1f67c:a
1f680:I 1f6a3:4 1f6a4:I 1f6b4:4 1f6b7:I 1f6c0:4 1f6c1:I 1f6c6:i 1f6cc:4 1f6cd:i 1f6d0:I 1f6d3:i
1f6d5:I 1f6d8:i 1f6dd:I 1f6e0:i 1f6eb:I 1f6ed:i 1f6f4:I 1f6fd:i 1f700:a 1f774:i 1f780:a 1f7d5:i
1f7e0:I 1f7ec:i 1f7f0:I 1f7f1:i 1f800:a 1f90c:4 1f90d:I 1f90f:4 1f910:I 1f918:4 1f920:I 1f926:4
1f927:I 1f930:4 1f93a:I 1f93b:i 1f93c:4 1f93f:I 1f946:i 1f947:I 1f977:4 1f978:I 1f9b5:4 1f9b7:I
1f9b8:4 1f9ba:I 1f9bb:4 1f9bc:I 1f9cd:4 1f9d0:I 1f9d1:4 1f9de:I 1fa00:a 1fa54:i 1fa70:I 1fa75:i
1fa78:I 1fa7d:i 1fa80:I 1fa87:i 1fa90:I 1faad:i 1fab0:I 1fabb:i 1fac0:I 1fac3:4 1fac6:i 1fad0:I
1fada:i 1fae0:I 1fae8:i 1faf0:4 1faf9:i 1fb00:a 1fbf0:n 1fbfa:a 1fc00:i 1fffe:a 20000:I 2fffe:a
30000:I 3fffe:a e0001:~ e0002:a e0020:~ e0080:a e0100:~ e01f0:a
"""
