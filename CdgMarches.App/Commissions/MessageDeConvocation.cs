using System.Text;
using CdgMarches.App.Compte;
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
public sealed class MessageDeConvocation(HorlogeLegale horloge, AdressesPubliques adresses, LireParametres parametres)
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

    public Courriel Ecrire(
        Seance seance,
        Convocation convocation,
        CadreDeConvocation cadre,
        string jeton,
        DateTimeOffset instant
    ) =>
        new(
            convocation.Courriel!,
            convocation.Nom,
            Objet(seance, cadre),
            Texte(seance, convocation, cadre, adresses.De(AdressesDesCommissions.Convocation(jeton))),
            nameof(Domain.Commissions.Seance),
            seance.Id.Valeur
        )
        {
            Ics = Invitation(seance, convocation, cadre, adresses.De(AdressesDesCommissions.Convocation(jeton)), instant),
            RepondreA = cadre.Courriel,
            Modele = convocation.Numero == 1 ? "commission.convocation" : "commission.rectificative",
        };

    public string Objet(Seance seance, CadreDeConvocation cadre) =>
        $"{(seance.NumeroDeConvocation > 1 ? "Convocation rectificative" : seance.SurSecondeConvocation ? "Seconde convocation" : "Convocation")} — {cadre.Commission}, {Formats.DateCourte(seance.Date)}";

    /// <summary>Le texte de la convocation : date, heure, lieu, ordre du jour, documents (RG2.14).</summary>
    public static string Texte(Seance seance, Convocation convocation, CadreDeConvocation cadre, string lien)
    {
        var texte = new StringBuilder();
        texte.Append(Francais.Culture, $"Bonjour {convocation.Nom},\n\n");
        if (seance.NumeroDeConvocation > 1)
        {
            texte.Append(
                Francais.Culture,
                $"Cette convocation remplace la précédente. Ce qui change :\n{seance.Changements}\n\n"
            );
        }

        if (cadre.Premiere is { } premiere)
        {
            texte.Append(
                Francais.Culture,
                $"La réunion {premiere} a été close faute de quorum. La commission est à nouveau convoquée sur le même ordre du jour, pour les points restés sans décision, et siégera sans condition de quorum.\n\n"
            );
        }

        texte.Append(
            Francais.Culture,
            $"{cadre.Coordonnateur} vous convoque à la réunion de la commission d'appel d'offres ({cadre.Commission}), comme {Qualite(convocation)}.\n\n"
        );
        texte.Append(Francais.Culture, $"Date : {Formats.DateAvecJour(seance.Date)} à {Formats.Heure(seance.Heure)}\n");
        texte.Append(Francais.Culture, $"Mode : {seance.Mode.Libelle().ToLower(Francais.Culture)}\n");
        Ajouter("Lieu", seance.Lieu);
        Ajouter("Visioconférence", seance.Lien);
        Ajouter("Modalités à distance", seance.Modalites);
        texte.Append("\nOrdre du jour :\n");
        foreach (var point in seance.Points.OrderBy(p => p.Numero))
        {
            texte.Append(
                Francais.Culture,
                $"{point.Numero}. {point.Titre} ({point.Nature.Libelle().ToLower(Francais.Culture)})\n"
            );
        }

        texte.Append(
            Francais.Culture,
            $"\nRépondez et lisez les documents par ce lien personnel, qui ne vaut que pour cette séance :\n{lien}\n\n"
        );
        texte.Append(
            convocation.Qualite is QualiteEnSeance.Suppleant
                ? "Vous siégez si votre titulaire est absent. Aucun pouvoir ne peut être donné dans une commission d'appel d'offres.\n"
                : "Aucun pouvoir ne peut être donné dans une commission d'appel d'offres : prévenez votre suppléant si vous êtes absent.\n"
        );
        return texte.ToString();

        void Ajouter(string libelle, string? valeur)
        {
            if (valeur is not null)
            {
                texte.Append(Francais.Culture, $"{libelle} : {valeur}\n");
            }
        }
    }

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
