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
/// <param name="Organisateur">Celui qui convoque, et l'adresse de qui répond aux questions.</param>
/// <param name="Premiere">La réunion sans quorum, sur seconde convocation.</param>
/// <param name="ExpireLe">Le premier instant où les liens personnels ne valent plus.</param>
public sealed record CadreDeConvocation(
    string Commission,
    PersonneInvitee Organisateur,
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
    /// <summary>Le temps qu'il faut pour signer le procès-verbal : les documents restent lisibles jusque-là, au plus.</summary>
    private const int JoursApresLaSeance = 60;

    public async Task<CadreDeConvocation> CadreAsync(
        MarchesDbContext contexte,
        Acteur acteur,
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
            await OrganisateurAsync(),
            premiere is null ? null : $"{premiere} du {Formats.DateLongue(seance.DateDeLaPremiere!.Value)}",
            Instant(seance.Date.AddDays(JoursApresLaSeance), TimeOnly.MinValue)
        );

        async Task<PersonneInvitee> OrganisateurAsync()
        {
            var sienne = coordonnateur.Courriel ?? await parametres.ReglageAsync(ClesDeReglage.CourrielDuCdg, annulation);
            return FileDeCourriels.EstValide(sienne)
                ? new PersonneInvitee(coordonnateur.Nom, sienne)
                : await contexte.OrganisateurAsync(acteur, coordonnateur.Nom, annulation);
        }
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
    public Courriel Ecrire(ModeleEnVigueur modele, Seance seance, Convocation convocation, CadreDeConvocation cadre, string jeton)
    {
        var lien = adresses.De(AdressesDesCommissions.Convocation(jeton));
        return Pour(modele, seance, convocation, cadre, Valeurs(seance, convocation, cadre, lien))
            .AvecEntree(Entree(seance, cadre, lien), cadre.Organisateur, horloge);
    }

    /// <summary>Le courriel qui annule : la personne n'a plus rien à faire, son agenda retire la réunion.</summary>
    public Courriel Annuler(ModeleEnVigueur modele, Seance seance, Convocation convocation, CadreDeConvocation cadre) =>
        Pour(
                modele,
                seance,
                convocation,
                cadre,
                new Dictionary<string, string>
                {
                    ["motif"] = seance.MotifDeFin ?? "",
                    ["changements"] = seance.Changements is { } changements
                        ? $"Elle avait changé depuis votre convocation :\n{changements}"
                        : "",
                }
            )
            .AvecEntree(Entree(seance, cadre), cadre.Organisateur, horloge);

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
            RepondreA = cadre.Organisateur.Adresse,
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
            ["coordonnateur"] = cadre.Organisateur.Nom,
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

    /// <summary>La séance telle que l'agenda de chacun la tient.</summary>
    internal static ReunionDAgenda Entree(Seance seance, CadreDeConvocation cadre, string? lien = null) =>
        new(
            $"seance-{seance.Id.Valeur:N}",
            seance.SequenceDAgenda,
            $"Commission d'appel d'offres — {cadre.Commission}",
            seance.Date,
            seance.Heure
        )
        {
            EstAnnulee = seance.Etat is EtatDeSeance.Annulee,
            Lieu = seance.Lieu ?? seance.Lien,
            Lien = lien,
            Description = string.Join("\n", seance.Points.OrderBy(p => p.Numero).Select(p => $"{p.Numero}. {p.Titre}")),
        };

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
