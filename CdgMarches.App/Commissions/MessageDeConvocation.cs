using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Ce qui est commun à toutes les convocations d'une séance.</summary>
/// <param name="Commission">Le nom de la commission.</param>
/// <param name="Coordonnateur">Celui qui convoque.</param>
/// <param name="Courriel">L'adresse de qui répond aux questions.</param>
/// <param name="Premiere">La réunion sans quorum, sur seconde convocation.</param>
/// <param name="ExpireLe">Le premier instant où les liens personnels ne valent plus.</param>
public sealed record CadreDeConvocation(
    string Commission,
    string Coordonnateur,
    string Courriel,
    string? Premiere,
    DateTimeOffset ExpireLe
);

/// <summary>Écrit le courriel d'une convocation et son invitation d'agenda.</summary>
public sealed class MessageDeConvocation(
    HorlogeLegale horloge,
    AdressesPubliques adresses,
    LireParametres parametres,
    ComposerCourriel composer
)
{
    /// <summary>La durée inscrite dans l'agenda.</summary>
    private static readonly TimeSpan Duree = TimeSpan.FromHours(2);

    /// <summary>Le temps qu'il faut pour signer le procès-verbal : les documents restent lisibles jusque-là, au plus.</summary>
    private const int JoursApresLaSeance = 60;

    public async Task<CadreDeConvocation> CadreAsync(
        MarchesDbContext contexte,
        Seance seance,
        Commission commission,
        CancellationToken annulation
    )
    {
        var coordonnateur = await contexte
            .Collectivites.Where(c => c.Id == commission.Coordonnateur)
            .Select(c => new { c.Nom, c.Courriel })
            .SingleAsync(annulation);
        var premiere = seance.Premiere is { } id
            ? await contexte.Seances.Where(s => s.Id == id).Select(s => s.Reference).SingleAsync(annulation)
            : null;
        return new CadreDeConvocation(
            commission.Nom,
            coordonnateur.Nom,
            coordonnateur.Courriel ?? await parametres.ReglageAsync(ClesDeReglage.CourrielDuCdg, annulation),
            premiere is null ? null : $"{premiere} du {Formats.DateLongue(seance.DateDeLaPremiere!.Value)}",
            Instant(seance.Date.AddDays(JoursApresLaSeance), TimeOnly.MinValue)
        );
    }

    /// <summary>Le texte en vigueur : celui de la convocation, ou celui de la rectificative.</summary>
    public Task<ModeleEnVigueur> ModeleAsync(Seance seance, CancellationToken annulation) =>
        LireAsync(
            seance.NumeroDeConvocation > 1 ? CourrielsDeCommission.Rectificative : CourrielsDeCommission.Convocation,
            annulation
        );

    internal Task<ModeleEnVigueur> LireAsync(DefinitionDeModele definition, CancellationToken annulation) =>
        composer.LireAsync(definition.Cle, annulation);

    /// <summary>Le courriel d'une personne : date, heure, lieu, ordre du jour, documents (RG2.14), avec l'invitation d'agenda.</summary>
    public Courriel Ecrire(
        ModeleEnVigueur modele,
        Seance seance,
        Convocation convocation,
        CadreDeConvocation cadre,
        string jeton,
        DateTimeOffset instant
    )
    {
        var lien = adresses.De(AdressesDesCommissions.Convocation(jeton));
        return Pour(modele, seance, convocation, cadre, Valeurs(seance, convocation, cadre, lien)) with
        {
            Ics = Invitation(seance, convocation, cadre, lien, instant),
        };
    }

    /// <summary>Un courriel de la séance à une personne, à qui répond le coordonnateur.</summary>
    internal static Courriel Pour(
        ModeleEnVigueur modele,
        Seance seance,
        Convocation convocation,
        CadreDeConvocation cadre,
        Dictionary<string, string> valeurs
    )
    {
        valeurs["commission"] = cadre.Commission;
        valeurs["jour"] = Formats.DateCourte(seance.Date);
        valeurs["date"] = Formats.DateAvecJour(seance.Date);
        valeurs["heure"] = Formats.Heure(seance.Heure);
        return modele.Pour(convocation.Courriel!, convocation.Nom, valeurs) with
        {
            ObjetType = nameof(Domain.Commissions.Seance),
            ObjetId = seance.Id.Valeur,
            RepondreA = cadre.Courriel,
        };
    }

    private static Dictionary<string, string> Valeurs(
        Seance seance,
        Convocation convocation,
        CadreDeConvocation cadre,
        string lien
    ) =>
        new()
        {
            ["nature"] =
                seance.NumeroDeConvocation > 1 ? "Convocation rectificative"
                : seance.SurSecondeConvocation ? "Seconde convocation"
                : "Convocation",
            ["coordonnateur"] = cadre.Coordonnateur,
            ["qualite"] = Qualite(convocation),
            ["mode"] = seance.Mode.Libelle().ToLower(Francais.Culture),
            ["lieu"] = Lieu(seance),
            ["ordre_du_jour"] = string.Join(
                '\n',
                seance
                    .Points.OrderBy(p => p.Numero)
                    .Select(p =>
                        string.Create(Francais.Culture, $"{p.Numero}. {p.Titre} ({p.Nature.Libelle().ToLower(Francais.Culture)})")
                    )
            ),
            ["changements"] = seance.Changements ?? "",
            ["premiere"] = cadre.Premiere is { } premiere
                ? $"La réunion {premiere} a été close faute de quorum. La commission est à nouveau convoquée sur le même ordre du jour, pour les points restés sans décision, et siégera sans condition de quorum."
                : "",
            ["pouvoir"] =
                convocation.Qualite is QualiteEnSeance.Suppleant
                    ? "Vous siégez si votre titulaire est absent. Aucun pouvoir ne peut être donné dans une commission d'appel d'offres."
                    : "Aucun pouvoir ne peut être donné dans une commission d'appel d'offres : prévenez votre suppléant si vous êtes absent.",
            ["lien"] = lien,
        };

    private static string Lieu(Seance seance) =>
        string.Join(
            '\n',
            new (string Libelle, string? Valeur)[]
            {
                ("Lieu", seance.Lieu),
                ("Visioconférence", seance.Lien),
                ("Modalités à distance", seance.Modalites),
            }
                .Where(l => l.Valeur is not null)
                .Select(l => $"{l.Libelle} : {l.Valeur}")
        );

    public string Invitation(
        Seance seance,
        Convocation convocation,
        CadreDeConvocation cadre,
        string? lien,
        DateTimeOffset instant
    ) =>
        new InvitationIcs(
            $"seance-{seance.Id.Valeur:N}@cdgmarches",
            seance.SequenceDAgenda,
            $"Commission d'appel d'offres — {cadre.Commission}",
            seance.Date.ToDateTime(seance.Heure),
            seance.Date.ToDateTime(seance.Heure) + Duree,
            horloge.Fuseau,
            new PersonneInvitee(cadre.Coordonnateur, cadre.Courriel),
            new PersonneInvitee(convocation.Nom, convocation.Courriel ?? cadre.Courriel)
        )
        {
            Methode = seance.Etat is EtatDeSeance.Annulee ? MethodeDInvitation.Annulation : MethodeDInvitation.Demande,
            Lieu = seance.Lieu ?? seance.Lien,
            Lien = lien is null ? null : new Uri(lien),
            Description = string.Join("\n", seance.Points.OrderBy(p => p.Numero).Select(p => $"{p.Numero}. {p.Titre}")),
        }.Ecrire(instant);

    private static string Qualite(Convocation convocation) =>
        convocation.Qualite switch
        {
            QualiteEnSeance.Titulaire => $"titulaire, {convocation.Membre}",
            QualiteEnSeance.Suppleant => $"suppléant, {convocation.Membre}",
            QualiteEnSeance.Consultatif => $"personne à voix consultative ({convocation.Membre})",
        };

    private DateTimeOffset Instant(DateOnly jour, TimeOnly heure)
    {
        var locale = jour.ToDateTime(heure);
        return new DateTimeOffset(locale, horloge.Fuseau.GetUtcOffset(locale));
    }
}
