using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Une commission de chaque régime, chacune avec une séance tenue et une séance convoquée.</summary>
internal static class CommissionsDeDemonstration
{
    private static readonly string[] Prenoms =
    [
        "Aude",
        "Paul",
        "Nadège",
        "Karim",
        "Odile",
        "Loïc",
        "Inès",
        "Gaël",
        "Maud",
        "Rémi",
        "Lise",
        "Tom",
    ];

    private static readonly string[] Noms =
    [
        "Vasseur",
        "Carpentier",
        "Delattre",
        "Hochart",
        "Lemaire",
        "Bulteel",
        "Verdonck",
        "Caron",
        "Leroy",
        "Dubois",
        "Fournier",
        "Masson",
    ];

    /// <summary>La note sur cent de chaque entreprise, telle que l'analyse la donne : prix 60 %, valeur technique 40 %.</summary>
    private static readonly decimal[] Notes = [86m, 76m, 74m];

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.Commissions.AnyAsync(annulation))
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                if (
                    await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementATrois, jeton) is
                    { } aTrois
                )
                {
                    await DuGroupementAsync(contexte, demonstration, aTrois, jeton);
                }

                if (
                    await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementPermanent, jeton) is
                    { } permanent
                )
                {
                    await DuCoordonnateurAsync(contexte, demonstration, permanent, jeton);
                }
            },
            annulation
        );
    }

    private static async Task DuGroupementAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var membres = await (
            from a in contexte.Adhesions.EnVigueur(demonstration.Aujourdhui)
            where a.Groupement == groupement.Id
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            select new
            {
                c.Id,
                c.Nom,
                c.DisposeCao,
            }
        ).ToListAsync(annulation);
        if (membres.Count == 0)
        {
            return;
        }

        var commission = Commission.DuGroupement(
            groupement.Id,
            groupement.Nom,
            groupement.Coordonnateur,
            [.. membres.Select(m => new MembreARepresenter(m.Id, m.Nom, m.DisposeCao))],
            ReglesDeCommission.De(groupement.Regles)
        );
        await PeuplerAsync(contexte, demonstration, commission, groupement, depart: 0, annulation);
    }

    private static async Task DuCoordonnateurAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var nom = await contexte
            .Collectivites.Where(c => c.Id == groupement.Coordonnateur)
            .Select(c => c.Nom)
            .SingleAsync(annulation);
        var commission = Commission.DuCoordonnateur(
            groupement.Coordonnateur,
            nom,
            elus: 5,
            ReglesDeCommission.De(groupement.Regles) with
            {
                EnvoiTardifPermis = true,
                Fondement = "Règlement intérieur du coordonnateur, art. 4 ; CGCT, art. L1411-5",
            }
        );
        await PeuplerAsync(contexte, demonstration, commission, groupement, depart: 5, annulation);
    }

    private static async Task PeuplerAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Commission commission,
        Groupement groupement,
        int depart,
        CancellationToken annulation
    )
    {
        var n = depart;
        foreach (var siege in commission.Sieges)
        {
            commission.Designer(siege.Id, Personne(QualiteEnSeance.Titulaire, n++, demonstration.Debut));
            commission.Designer(siege.Id, Personne(QualiteEnSeance.Suppleant, n++, demonstration.Debut));
        }

        commission.AjouterConsultatif(
            RoleConsultatif.ComptablePublic,
            "Mme Solène Duquesne",
            "Responsable du service de gestion comptable",
            "comptable@exemple.test",
            null
        );
        commission.AjouterConsultatif(
            RoleConsultatif.Agent,
            "M. Éric Payen",
            "Responsable des achats",
            "achats@exemple.test",
            null
        );
        contexte.Add(commission);
        // Only a procedure that has ended had its offers examined: the one whose bids are awaited is not before the board.
        var procedure = await contexte
            .Procedures.Where(p => p.Groupement == groupement.Id && p.TermineeLe != null)
            .OrderBy(p => p.CreeeLe)
            .FirstOrDefaultAsync(annulation);
        var passee = await TenueAsync(contexte, demonstration, commission, groupement, procedure, annulation);
        contexte.Add(passee);
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(passee.Date), annulation);
        await ConvoqueeAsync(contexte, demonstration, commission, groupement, annulation);
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, annulation);
    }

    /// <summary>Une séance levée, tous les points décidés, présences et heures comprises.</summary>
    private static async Task<Seance> TenueAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Commission commission,
        Groupement groupement,
        Procedure? procedure,
        CancellationToken annulation
    )
    {
        var jour = MarchesDeDemonstration.ChoixDesTitulaires(demonstration);
        var seance = await NouvelleAsync(contexte, commission, jour, jour.AddDays(-20).Ouvre(), annulation);
        var lots =
            procedure?.Lots.OrderBy(l => l.Numero).Take(3).Select(l => (Numero: (int?)l.Numero, l.Intitule)).ToList() ?? [];
        if (lots.Count == 0)
        {
            lots = [(null, "Maintenance et assistance de la plateforme")];
        }

        foreach (var (numero, intitule) in lots)
        {
            var point = seance.AjouterPoint(
                new DefinitionDePoint(
                    numero is null ? intitule : $"Lot {numero} — {intitule}",
                    NatureDuPoint.ChoixDuTitulaire,
                    groupement.Id,
                    numero is null ? null : procedure!.Id,
                    numero,
                    competence: CompetenceDeLaCommission.PourUnMarche(estFormalisee: true).Explication,
                    rapport: "Trois plis reçus dans le délai, tous ouverts et analysés selon les critères du règlement de la consultation."
                )
            );
            seance.FixerOffres(
                point,
                [
                    .. MarchesDeDemonstration.Entreprises.Select(
                        (entreprise, rang) =>
                            new OffreExaminee(
                                point,
                                rang + 1,
                                entreprise,
                                Notes[rang],
                                rang + 1,
                                MarchesDeDemonstration.Offre(rang, numero ?? 1).Centimes,
                                null
                            )
                    ),
                ]
            );
        }

        var composition = commission.Composer(jour);
        seance.Convoquer(jour.AddDays(-9).Ouvre(), composition, [], "Séance de démonstration");
        foreach (var destinataire in Destinataire.Tous(composition, seance.Invites))
        {
            var convocation = Convocation.Preparer(seance.Id, 1, destinataire);
            convocation.Adresser(CanalDeConvocation.Courrier, jour.AddDays(-9).Ouvre(), "Envoi groupé de démonstration", jour);
            convocation.Repondre(ReponseAConvocation.Present, demonstration.Instant(jour.AddDays(-3).Ouvre()));
            contexte.Add(convocation);
        }

        var heure = jour.ToDateTime(new TimeOnly(14, 0));
        var debut = new DateTimeOffset(heure, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris").GetUtcOffset(heure));
        seance.OuvrirLAppel(jour, composition, [], EtatDesConvocations.Regulieres, debut);
        List<Presence> presences =
        [
            .. seance.Places.Select((p, i) => new Presence(seance.Id, p.Titulaire!.Value, false, debut.AddMinutes(i))),
        ];
        contexte.AddRange(presences);
        seance.Ouvrir(
            new FeuilleDePresence(seance.Places, presences, []),
            EtatDesConvocations.Regulieres,
            null,
            debut.AddMinutes(8)
        );
        foreach (var point in seance.Points.Select(p => p.Numero).ToList())
        {
            seance.Aborder(point, debut.AddMinutes(8 + (10 * point)));
            seance.Decider(
                point,
                new DecisionProposee(
                    IssueDuPoint.Attribution,
                    new Decompte(presences.Count, 0, 0),
                    null,
                    MarchesDeDemonstration.Entreprises[0],
                    "Offre économiquement la plus avantageuse, classée première."
                ),
                new FeuilleDePresence(seance.Places, presences, []),
                debut.AddMinutes(15 + (10 * point))
            );
        }

        foreach (var presence in presences)
        {
            presence.Partir(debut.AddMinutes(60));
        }

        seance.Lever(null, debut.AddMinutes(60));
        return seance;
    }

    /// <summary>Une séance à venir, convoquée dans le délai, quelques réponses reçues.</summary>
    private static async Task ConvoqueeAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Commission commission,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var (envoi, jour) = (demonstration.Aujourdhui.Ouvre(), demonstration.Aujourdhui.AddDays(12).OuvreApres());
        var seance = await NouvelleAsync(contexte, commission, jour, envoi, annulation);
        var point = seance.AjouterPoint(
            new DefinitionDePoint(
                "Avenant n° 1 — extension du périmètre",
                NatureDuPoint.AvisSurAvenant,
                groupement.Id,
                avenant: "Avenant n° 1, hausse de 7,5 %",
                competence: CompetenceDeLaCommission.PourUnAvenant(7.5m, marcheSoumis: true, 5m).Explication
            )
        );
        seance.FixerOffres(point, [new OffreExaminee(point, 1, MarchesDeDemonstration.Entreprises[0], null, null, null, null)]);
        foreach (var consultatif in commission.Consultatifs)
        {
            seance.Inviter(consultatif);
        }

        var composition = commission.Composer(jour);
        seance.Convoquer(envoi, composition, [], "Séance de démonstration");
        foreach (var (destinataire, i) in Destinataire.Tous(composition, seance.Invites).Select((d, i) => (d, i)))
        {
            var convocation = Convocation.Preparer(seance.Id, 1, destinataire);
            convocation.Adresser(CanalDeConvocation.MainPropre, envoi, "Remise de démonstration", envoi);
            if (i % 3 != 2)
            {
                convocation.Repondre(
                    i % 4 == 1 ? ReponseAConvocation.Absent : ReponseAConvocation.Present,
                    demonstration.Maintenant
                );
            }

            contexte.Add(convocation);
        }

        contexte.Add(seance);
    }

    private static async Task<Seance> NouvelleAsync(
        MarchesDbContext contexte,
        Commission commission,
        DateOnly jour,
        DateOnly programmeeLe,
        CancellationToken annulation
    )
    {
        var numero = await contexte.NumeroterAsync(ReferenceDeSeance.Serie(jour.Year), annulation);
        return Seance.Programmer(
            new ReferenceDeSeance(jour.Year, numero),
            commission.Id,
            new DonneesDeSeance(
                jour,
                new TimeOnly(14, 0),
                ModeDeReunion.Presentiel,
                "Cité de la fonction publique, salle A",
                null
            ),
            programmeeLe,
            commission.Regles,
            commission.Sieges.Count,
            autreSeance: null
        );
    }

    private static DonneesDeDesignation Personne(QualiteEnSeance rang, int n, DateOnly depuis)
    {
        var (prenom, nom) = (Prenoms[n % Prenoms.Length], Noms[(n * 5 + 1) % Noms.Length]);
        return new DonneesDeDesignation(
            rang,
            $"{(n % 2 == 0 ? "Mme" : "M.")} {prenom} {nom}",
            rang is QualiteEnSeance.Titulaire ? "membre titulaire" : "membre suppléant",
            $"elu{n}@exemple.test",
            $"{(n + 2).ToString(Francais.Culture)} rue des Beffrois (adresse fictive)\n62000 ARRAS",
            depuis,
            deliberation: $"2024-{n + 1:D3}",
            dateDeLaDeliberation: depuis,
            eluParmiSaCao: true
        );
    }
}
