using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Une ligne du fichier des finances : un titre.</summary>
/// <param name="Appel">L'appel ou sa correction.</param>
/// <param name="Fiche">La fiche du débiteur, le jour de la remise.</param>
/// <param name="CodeTiers">Le code du débiteur dans le progiciel.</param>
/// <param name="ReferenceRectifiee">L'appel que la ligne corrige.</param>
public sealed record LigneDeTitre(AppelDeContribution Appel, FicheDuDebiteur Fiche, string? CodeTiers, string? ReferenceRectifiee)
{
    /// <summary>Le bordereau de la remise, quand les finances l'ont donné.</summary>
    public Bordereau? Bordereau { get; init; }

    /// <summary>Titre, ou ce que la correction demande selon que l'exercice est ouvert ou clos.</summary>
    public string TypeDePiece =>
        Appel.Nature switch
        {
            NatureDAppel.Initial or NatureDAppel.Complement => "Titre",
            NatureDAppel.Reduction => Appel.SurExerciceClos ? "Mandat (exercice clos)" : "Titre de réduction (exercice ouvert)",
            NatureDAppel.Annulation => Appel.SurExerciceClos ? "Mandat (exercice clos)" : "Titre d'annulation (exercice ouvert)",
        };
}

/// <summary>Le bordereau de titres du comptable.</summary>
public sealed record Bordereau(string? Numero, DateOnly? Date);

/// <summary>Une colonne que l'application sait remplir.</summary>
/// <param name="Code">Le code invariant, gardé par les profils.</param>
/// <param name="EnTete">L'en-tête proposé.</param>
/// <param name="Genre">Texte, montant ou date : les identifiants sont du texte, les montants des nombres.</param>
/// <param name="Lire">La valeur : un texte, un entier, une date, ou des centimes pour un montant.</param>
public sealed record ColonneDeTitre(string Code, string EnTete, GenreDeColonne Genre, Func<LigneDeTitre, object?> Lire);

/// <summary>Le catalogue des colonnes, dans l'ordre du fichier type (RG6.32).</summary>
public static class ColonnesDesTitres
{
    public static IReadOnlyList<ColonneDeTitre> Toutes { get; } =
    [
        new("exercice", "Exercice", GenreDeColonne.Annee, l => l.Appel.Exercice),
        new("bordereau", "N° bordereau", GenreDeColonne.Texte, l => l.Bordereau?.Numero),
        new("date-bordereau", "Date bordereau", GenreDeColonne.Date, l => l.Bordereau?.Date),
        new("appel", "N° appel", GenreDeColonne.Texte, l => l.Appel.Reference?.ToString()),
        new("piece-type", "Type de pièce", GenreDeColonne.Texte, l => l.TypeDePiece),
        new("piece-nature", "Nature de pièce", GenreDeColonne.Texte, l => l.Appel.Nature.Libelle()),
        new("rectifie", "Appel rectifié", GenreDeColonne.Texte, l => l.ReferenceRectifiee),
        new("convention", "Convention", GenreDeColonne.Texte, l => l.Appel.Convention),
        new("tiers", "Code tiers", GenreDeColonne.Texte, l => l.CodeTiers),
        new("debiteur", "Débiteur", GenreDeColonne.Texte, l => l.Appel.Debiteur.Nom),
        new("siret", "SIRET", GenreDeColonne.Texte, l => l.Appel.SiretDuTitre(l.Fiche)),
        new("categorie", "Catégorie", GenreDeColonne.Texte, l => l.Appel.Debiteur.Categorie.Libelle()),
        new("cat-tiers", "CatTiers", GenreDeColonne.Texte, l => l.Appel.Debiteur.CategorieDeTiers),
        new("nat-jur", "NatJur", GenreDeColonne.Texte, l => l.Appel.Debiteur.NatureJuridique),
        new("typ-tiers", "TypTiers", GenreDeColonne.Texte, _ => Debiteur.TypeDeTiers),
        new("adresse-1", "Adresse 1", GenreDeColonne.Texte, l => l.Appel.Debiteur.Ligne1),
        new("adresse-2", "Adresse 2", GenreDeColonne.Texte, l => l.Appel.Debiteur.Ligne2),
        new("code-postal", "CP", GenreDeColonne.Texte, l => l.Appel.Debiteur.CodePostal),
        new("ville", "Ville", GenreDeColonne.Texte, l => l.Appel.Debiteur.Ville),
        new("affilie", "Affilié", GenreDeColonne.Texte, l => l.Appel.Liquidation.Affiliee ? "oui" : "non"),
        new(
            "agents-habitants",
            "Agents ou habitants",
            GenreDeColonne.Entier,
            l => (long?)(l.Appel.Liquidation.AgentsComptes ?? l.Appel.Liquidation.Population)
        ),
        new("consultations", "Consultations", GenreDeColonne.Entier, l => (long?)l.Appel.Liquidation.Consultations),
        new(
            "annee-consultations",
            "Année des consultations",
            GenreDeColonne.Annee,
            l => l.Appel.Liquidation.Consultations is null ? null : l.Appel.Liquidation.AnneeDesConsultations
        ),
        new("tranche", "Tranche", GenreDeColonne.Texte, l => l.Appel.Liquidation.Tranches),
        new("annuel", "Montant annuel", GenreDeColonne.Montant, l => l.Appel.Annuel.Centimes),
        new("debut", "Début", GenreDeColonne.Date, l => l.Appel.Liquidation.Debut),
        new("fin", "Fin", GenreDeColonne.Date, l => l.Appel.Liquidation.Fin),
        new("methode", "Méthode prorata", GenreDeColonne.Texte, l => l.Appel.Liquidation.Methode.Libelle()),
        new("numerateur", "Num.", GenreDeColonne.Entier, l => (long?)l.Appel.Liquidation.Numerateur),
        new("denominateur", "Dén.", GenreDeColonne.Entier, l => (long?)l.Appel.Liquidation.Denominateur),
        new("ht", "Montant HT", GenreDeColonne.Montant, l => l.Appel.Montant.Centimes),
        new("taux", "Taux TVA", GenreDeColonne.Texte, l => l.Appel.Tva.ToString()),
        new("tva", "TVA", GenreDeColonne.Montant, l => l.Appel.Ttc.Centimes - l.Appel.Montant.Centimes),
        new("ttc", "TTC", GenreDeColonne.Montant, l => l.Appel.Ttc.Centimes),
        new("nature", "Nature", GenreDeColonne.Texte, l => l.Appel.Imputation.Nature),
        new("fonction", "Fonction", GenreDeColonne.Texte, l => l.Appel.Imputation.Fonction),
        new("service", "Service", GenreDeColonne.Texte, l => l.Appel.Imputation.Service),
        new("chorus-service", "Code service Chorus", GenreDeColonne.Texte, l => l.Appel.CodeDuServiceDuTitre(l.Fiche)),
        new("chorus-nom", "Nom du service Chorus", GenreDeColonne.Texte, l => l.Appel.NomDuServiceDuTitre(l.Fiche)),
        new("engagement", "N° engagement", GenreDeColonne.Texte, l => l.Appel.Chorus.NumeroDEngagement),
        new("objet", "Objet", GenreDeColonne.Texte, l => l.Appel.Mentions.Objet),
        new("deliberation", "Référence délibération", GenreDeColonne.Texte, l => l.Appel.Mentions.Deliberation),
        new("date", "Date d'appel", GenreDeColonne.Date, l => l.Appel.DateDAppel),
        new("comptable", "Comptable assignataire", GenreDeColonne.Texte, l => l.Appel.Mentions.Comptable),
        new("adresse-comptable", "Adresse du comptable", GenreDeColonne.Texte, l => l.Appel.Mentions.AdresseDuComptable),
        new("iban", "IBAN du comptable", GenreDeColonne.Texte, l => l.Appel.Mentions.Iban),
        new("paiement", "Moyen de paiement", GenreDeColonne.Texte, _ => MentionsDuTitre.MoyenDePaiement),
        new("bases", "Bases de liquidation", GenreDeColonne.Texte, l => l.Appel.Liquidation.Fiche),
        new("voies", "Voies et délais de recours", GenreDeColonne.Texte, l => l.Appel.Mentions.VoiesDeRecours),
        new("signataire", "Signataire", GenreDeColonne.Texte, l => l.Appel.Mentions.Signataire),
        new("titre", "N° titre", GenreDeColonne.Texte, l => l.Appel.NumeroDeTitre),
        new("date-titre", "Date titre", GenreDeColonne.Date, l => l.Appel.DateDeTitre),
        new("paye-le", "Payé le", GenreDeColonne.Date, l => l.Appel.PayeLe),
        new("reste", "Reste dû", GenreDeColonne.Montant, l => l.Appel.Etat is EtatDAppel.Emis ? l.Appel.ResteDu.Centimes : 0L),
        new("trop-percu", "Trop-perçu", GenreDeColonne.Montant, l => l.Appel.TropPercu.Centimes),
        new("piece", "Pièce jointe", GenreDeColonne.Texte, l => l.Appel.NomDeLaPiece),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. Toutes.Select(c => c.Code)];

    /// <summary>Les colonnes d'un profil, ou toutes dans l'ordre ordinaire.</summary>
    public static IReadOnlyList<(ColonneDeTitre Colonne, string EnTete)> De(ProfilDExport? profil) =>
        profil is null
            ? [.. Toutes.Select(c => (c, c.EnTete))]
            :
            [
                .. profil
                    .Liste.Select(c => (Colonne: Toutes.FirstOrDefault(t => t.Code == c.Code), c.EnTete))
                    .Where(c => c.Colonne is not null)
                    .Select(c => (c.Colonne!, c.EnTete)),
            ];
}
