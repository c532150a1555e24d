using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>La lettre d'appel : le montant, la fiche de calcul et toutes les mentions du titre (RG6.31).</summary>
public sealed class LettreDAppel(IDbContextFactory<MarchesDbContext> donnees) : IModeleDeDocument
{
    public const string Nature = "contributions.appel";

    public string Code => Nature;

    public GenreDeDocument Genre => GenreDeDocument.AppelDeContribution;

    public string Titre => "Appel de contribution";

    public string ObjetType => nameof(AppelDeContribution);

    public string Droit => Droits.PreparerContributions;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("appel_numero", "Numéro de l'appel", "APC-2027-0012", Obligatoire: true),
        new("appel_nature", "Nature de la ligne", "Appel"),
        new("appel_date", "Date de l'appel", "2 janvier 2027"),
        new("exercice", "Exercice", "2027"),
        new("objet", "Objet du titre", "Contribution 2027 à la plateforme", Obligatoire: true),
        new("debiteur_siret", "SIRET du débiteur", "216 200 410 00014"),
        new("fondement", "Fondement", "Convention d'accès, art. 4 et annexe 1", Obligatoire: true),
        new("deliberation", "Délibération qui vote la grille", "Délibération du 10 décembre 2024"),
        new("convention", "Convention ou groupement", "CAP-2025-004"),
        new("periode", "Période", "du 1er janvier au 31 décembre 2027"),
        new("calcul", "Fiche de calcul, bases de liquidation", "Tranche 2… = 500,00 €", Obligatoire: true),
        new("agents", "Agents", "420"),
        new("consultations", "Consultations", "87"),
        new("montant_ht", "Montant HT", "500,00 €"),
        new("tva", "TVA", "hors champ"),
        new("montant_ttc", "Montant à payer", "500,00 €", Obligatoire: true),
        new("imputation", "Imputation", "nature 70878"),
        new("paiement", "Moyen de paiement", "par mandat administratif"),
        new("comptable", "Comptable assignataire", "SGC de Bruay-la-Buissière", Obligatoire: true),
        new("comptable_adresse", "Adresse du comptable", "40 rue Augustin Caron, 62700 Bruay-la-Buissière"),
        new("comptable_iban", "IBAN du comptable", "FR76…"),
        new("voies_de_recours", "Voies et délais de recours", "Dans le délai de deux mois…", Obligatoire: true),
        new("signataire_du_titre", "Signataire du titre, nom et qualité", "Le Président"),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [new("cas_limite", "Le calcul s'appuie sur la lecture d'un cas limite"), new("avec_iban", "L'IBAN est connu")];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var id = new AppelDeContributionId(objet);
        var appel =
            await contexte.Appels.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(a => a.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        return appel.Numero is null ? [] : [Donnees(appel)];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lus = await contexte
            .Appels.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(a => a.Numero != null)
            .OrderByDescending(a => a.Exercice)
            .ThenByDescending(a => a.Numero)
            .Take(10)
            .Select(a => new
            {
                a.Id,
                a.Exercice,
                a.Numero,
                a.Debiteur.Nom,
            })
            .ToListAsync(annulation);
        return
        [
            .. lus.Select(a => new ObjetDApercu(a.Id.Valeur, $"{new ReferenceDAppel(a.Exercice, a.Numero!.Value)} — {a.Nom}")),
        ];
    }

    /// <summary>Ce que la lettre d'un appel dit ; l'appel est figé, elle aussi.</summary>
    internal static DonneesDeFusion Donnees(AppelDeContribution appel)
    {
        var liquidation = appel.Liquidation;
        var lettre = new DonneesDeFusion($"{appel.Nature.Libelle()} {appel.Reference} — {appel.Debiteur.Nom}")
        {
            Groupement = appel.Groupement,
            Collectivite = appel.Collectivite,
            Destinataire = DestinataireDeDocument.De(
                appel.Collectivite.Valeur,
                appel.Debiteur.Nom,
                null,
                new Adresse(appel.Debiteur.Ligne1, appel.Debiteur.Ligne2, appel.Debiteur.CodePostal, appel.Debiteur.Ville)
            ),
        };
        lettre
            .Champ("appel_numero", appel.Reference?.ToString())
            .Champ("appel_nature", appel.Nature.Libelle())
            .Champ("appel_date", Formats.DateLongue(appel.DateDAppel))
            .Champ("exercice", appel.Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Champ("objet", appel.Mentions.Objet)
            .Champ("debiteur_siret", appel.Debiteur.Siret is { } siret ? Formats.Siret(siret) : null)
            .Champ("fondement", appel.Mentions.Fondement)
            .Champ("deliberation", appel.Mentions.Deliberation)
            .Champ("convention", appel.Convention)
            .Champ("periode", $"du {Formats.DateLongue(liquidation.Debut)} au {Formats.DateLongue(liquidation.Fin)}")
            .Champ("calcul", liquidation.Fiche)
            .Champ("agents", liquidation.Agents is { } agents ? Formats.Nombre((long)agents) : null)
            .Champ("consultations", liquidation.Consultations is { } c ? Formats.Nombre((long)c) : null)
            .Champ("montant_ht", Formats.Euros(appel.Montant.Euros))
            .Champ("tva", appel.Tva == TauxTva.Zero ? "hors champ" : Formats.Pourcentage(appel.Tva.Valeur))
            .Champ("montant_ttc", Formats.Euros(appel.Ttc.Euros))
            .Champ("imputation", appel.Imputation.Nature is { } nature ? $"nature {nature}" : null)
            .Champ("paiement", MentionsDuTitre.MoyenDePaiement)
            .Champ("comptable", appel.Mentions.Comptable)
            .Champ("comptable_adresse", appel.Mentions.AdresseDuComptable)
            .Champ("comptable_iban", appel.Mentions.Iban)
            .Champ("voies_de_recours", appel.Mentions.VoiesDeRecours)
            .Champ("signataire_du_titre", appel.Mentions.Signataire)
            .Condition("cas_limite", liquidation.CasLimite)
            .Condition("avec_iban", appel.Mentions.Iban is not null);
        return lettre;
    }
}

/// <summary>La lettre d'appel livrée avec l'application : une page, le calcul et les mentions.</summary>
public sealed class LettreDAppelDOrigine : IModeleDOrigine
{
    public string Code => LettreDAppel.Nature;

    public void Composer(Composition page) =>
        page.PapierAEntete()
            .BlocDAdresse()
            .LieuEtDate()
            .Objet("{{objet}}", "N° {{appel_numero}} du {{appel_date}} — exercice {{exercice}}", "{{convention}}")
            .Paragraphe("Madame, Monsieur,")
            .Paragraphe(
                "En application {{de fondement}}, je vous appelle la somme de **{{montant_ttc}}**, à régler {{paiement}} auprès du comptable assignataire désigné ci-dessous."
            )
            .Section("Bases de liquidation")
            .Paragraphe("{{calcul}}")
            .Fiche(
                ("Période", "{{periode}}"),
                ("Agents", "{{agents}}"),
                ("Consultations", "{{consultations}}"),
                ("Montant HT", "{{montant_ht}}"),
                ("TVA", "{{tva}}"),
                ("Montant à payer", "{{montant_ttc}}"),
                ("Délibération", "{{deliberation}}"),
                ("Imputation", "{{imputation}}"),
                ("SIRET du débiteur", "{{debiteur_siret}}")
            )
            .Si(
                "cas_limite",
                p =>
                    p.Discret(
                        "Le texte de la grille ne tranche pas l'une de vos valeurs : elle a été lue en votre faveur (Code civil, art. 1190)."
                    )
            )
            .Section("Comptable assignataire")
            .Paragraphe("{{comptable}}, {{comptable_adresse}}")
            .Si("avec_iban", p => p.Paragraphe("IBAN : {{comptable_iban}}"))
            .Section("Voies et délais de recours")
            .Discret("{{voies_de_recours}}")
            .Paragraphe("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.")
            .Signature("{{signataire_du_titre}}", "");
}
