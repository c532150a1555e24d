using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Ce qu'une personne convoquée lit par son lien.</summary>
/// <param name="Convocation">La sienne.</param>
/// <param name="Seance">La séance.</param>
/// <param name="Cadre">Qui convoque, et la première réunion s'il y en a une.</param>
/// <param name="Deports">Les points où elle a déclaré un conflit.</param>
/// <param name="DocumentsClos">Vrai quand le procès-verbal est signé : les documents ne s'ouvrent plus.</param>
public sealed record ConvocationLue(
    Convocation Convocation,
    Seance Seance,
    CadreDeConvocation Cadre,
    IReadOnlySet<int> Deports,
    bool DocumentsClos
)
{
    public bool PeutRepondre => Seance.Etat is EtatDeSeance.Convoquee or EtatDeSeance.Appel or EtatDeSeance.Ouverte;

    public bool PeutDeclarer(PointDOrdreDuJour point) =>
        PeutRepondre
        && point.Issue is null
        && Convocation.Qualite is not QualiteEnSeance.Consultatif
        && !Deports.Contains(point.Numero);
}

/// <summary>
/// La réponse sans compte : un lien personnel, qui ne vaut que pour une séance. L'ouvrir montre et note l'ouverture ; un envoi
/// enregistre. Le suppléant est prévenu tout de suite, et l'on dit si les jours francs tiennent encore pour lui.
/// </summary>
public sealed class RepondreAConvocation(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    MessageDeConvocation message,
    DirectDeSeance direct
)
{
    /// <exception cref="RefusException">Le lien ne vaut pas, ou plus.</exception>
    public async Task<ConvocationLue> LireAsync(string? jeton, string? adresse = null, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, LiensDeConvocation.Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var convocation = await contexte.Convocations.SingleAsync(c => c.Id == new ConvocationId(lien.CibleId), annulation);
        if (convocation.OuverteLe is null)
        {
            convocation.Ouvrir(horloge.Maintenant);
            await contexte.EnregistrerAsync(LiensPersonnels.Porteur(lien, adresse), horloge.Maintenant, annulation);
        }

        return await LireAsync(contexte, convocation, annulation);
    }

    /// <summary>Enregistre la réponse ; « absent, mon suppléant siège » prévient le suppléant.</summary>
    /// <returns>La phrase qui confirme.</returns>
    public async Task<string> ExecuterAsync(
        string? jeton,
        ReponseAConvocation reponse,
        string? adresse = null,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (seance, phrase) = await contexte.EnTransactionAsync(
            async arret =>
            {
                var lien = await liens.ConsommerAsync(contexte, jeton, LiensDeConvocation.Usage, adresse, annulation: arret);
                var convocation = await contexte.Convocations.SingleAsync(c => c.Id == new ConvocationId(lien.CibleId), arret);
                var lue = await LireAsync(contexte, convocation, arret);
                if (!lue.PeutRepondre)
                {
                    throw new RefusException("La séance est close : votre réponse n'a pas été enregistrée.");
                }

                if (reponse is ReponseAConvocation.ADistance && lue.Seance.Mode is ModeDeReunion.Presentiel)
                {
                    throw new RefusException(
                        "Cette réunion se tient en présence seulement : votre réponse n'a pas été enregistrée."
                    );
                }

                convocation.Repondre(reponse, horloge.Maintenant);
                var suite =
                    convocation.Qualite is QualiteEnSeance.Titulaire
                    && reponse is ReponseAConvocation.Absent or ReponseAConvocation.AbsentSuppleantSiege
                        ? await PrevenirSuppleantAsync(contexte, lue, "ne pourra pas siéger", arret)
                        : null;
                await contexte.EnregistrerAsync(LiensPersonnels.Porteur(lien, adresse), horloge.Maintenant, arret);
                return (
                    convocation.Seance,
                    $"Votre réponse est enregistrée : {reponse.Libelle().ToLower(Francais.Culture)}.{suite}"
                );
            },
            annulation
        );
        direct.DemanderRelecture(seance);
        return phrase;
    }

    /// <summary>Déclare un conflit d'intérêts : les documents du point se ferment, le suppléant est prévenu (RG2.31).</summary>
    public async Task<string> DeclarerAsync(
        string? jeton,
        int point,
        string? adresse = null,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var id = await contexte.EnTransactionAsync(
            async arret =>
            {
                var lien = await liens.ConsommerAsync(contexte, jeton, LiensDeConvocation.Usage, adresse, annulation: arret);
                var convocation = await contexte.Convocations.SingleAsync(c => c.Id == new ConvocationId(lien.CibleId), arret);
                if (convocation.Qualite is QualiteEnSeance.Consultatif)
                {
                    throw new RefusException("Une voix consultative ne se déporte pas : écrivez au président.");
                }

                // Locks the session's row first: a presence ticked meanwhile cannot make this save stale.
                await contexte.AvancerVersionAsync(convocation.Seance, arret);
                var seance = await contexte.Seances.SingleAsync(s => s.Id == convocation.Seance, arret);
                if (
                    seance.DeclarerDeport(
                        point,
                        convocation.Personne,
                        convocation.Nom,
                        null,
                        parLaPersonne: true,
                        horloge.Maintenant
                    )
                )
                {
                    var lue = await LireAsync(contexte, convocation, arret);
                    await PrevenirSuppleantAsync(
                        contexte,
                        lue,
                        $"se déporte du point {point.ToString(Francais.Culture)} ({seance.Point(point).Titre})",
                        arret
                    );
                    await contexte.EnregistrerAsync(LiensPersonnels.Porteur(lien, adresse), horloge.Maintenant, arret);
                }

                return seance.Id;
            },
            annulation
        );
        direct.DemanderRelecture(id);
        return $"Votre conflit d'intérêts sur le point {point.ToString(Francais.Culture)} est enregistré : vous ne siégez pas à ce point et ses documents vous sont fermés.";
    }

    private async Task<string?> PrevenirSuppleantAsync(
        MarchesDbContext contexte,
        ConvocationLue lue,
        string fait,
        CancellationToken annulation
    )
    {
        var (seance, numero, siege) = (lue.Seance.Id, lue.Convocation.Numero, lue.Convocation.Siege);
        var suppleante = await contexte
            .Convocations.AsNoTracking()
            .FirstOrDefaultAsync(
                c => c.Seance == seance && c.Numero == numero && c.Siege == siege && c.Qualite == QualiteEnSeance.Suppleant,
                annulation
            );
        if (suppleante is null || lue.Convocation.Qualite is not QualiteEnSeance.Titulaire)
        {
            return lue.Convocation.Qualite is QualiteEnSeance.Titulaire
                ? " Aucun suppléant n'est convoqué pour votre siège : prévenez le centre de gestion."
                : null;
        }

        var delai = DelaiPourLui(suppleante, lue.Seance);
        if (suppleante.Courriel is not null)
        {
            FileDeCourriels.Deposer(
                contexte,
                MessageDeConvocation.Pour(
                    await message.LireAsync(CourrielsDeCommission.Suppleant, annulation),
                    lue.Seance,
                    suppleante,
                    lue.Cadre,
                    new Dictionary<string, string>
                    {
                        ["titulaire"] = lue.Convocation.Nom,
                        ["siege"] = lue.Convocation.Membre,
                        ["raison"] = fait,
                        ["delai"] = delai,
                    }
                ),
                horloge.Maintenant
            );
        }

        return $" {suppleante.Nom}, votre suppléant, {(suppleante.Courriel is null ? "est à prévenir par le centre de gestion" : "est prévenu")}. {delai}";
    }

    private static string DelaiPourLui(Convocation suppleante, Seance seance) =>
        suppleante.EstReguliere(seance.Date, seance.Delai)
            ? $"Sa convocation est partie le {Formats.DateCourte(suppleante.AdresseeLe)} : le délai de {Formats.Compter(seance.Delai, "jour franc", "jours francs")} est respecté."
        : suppleante.AdresseeLe is { } jour
            ? $"Sa convocation est partie le {Formats.DateCourte(jour)} : {Formats.Compter(Math.Max(0, JoursFrancs.Entre(jour, seance.Date)), "jour franc", "jours francs")} seulement sur {seance.Delai.ToString(Francais.Culture)}."
        : "Sa convocation n'est pas encore adressée.";

    private async Task<ConvocationLue> LireAsync(MarchesDbContext contexte, Convocation convocation, CancellationToken annulation)
    {
        var seance = await contexte.Seances.AsNoTracking().SingleAsync(s => s.Id == convocation.Seance, annulation);
        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation);
        return new ConvocationLue(
            convocation,
            seance,
            await message.CadreAsync(contexte, Acteur.Systeme, seance, commission, annulation),
            seance.Deports.Where(d => d.Personne == convocation.Personne).Select(d => d.Point).ToHashSet(),
            seance.PvSigne is not null || seance.Etat is EtatDeSeance.Annulee
        );
    }
}
