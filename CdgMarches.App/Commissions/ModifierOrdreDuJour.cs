using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Un changement de l'ordre du jour ou des invités d'une séance.</summary>
public abstract record ChangementDOrdreDuJour
{
    private ChangementDOrdreDuJour() { }

    public sealed record PointAjoute(DefinitionDePoint Definition) : ChangementDOrdreDuJour;

    public sealed record PointModifie(int Numero, DefinitionDePoint Definition) : ChangementDOrdreDuJour;

    public sealed record PointRetire(int Numero) : ChangementDOrdreDuJour;

    public sealed record OffresFixees(int Point, IReadOnlyList<OffreExaminee> Offres) : ChangementDOrdreDuJour;

    /// <summary>Reprend les offres de l'analyse du lot, classées et notées.</summary>
    public sealed record OffresReprises(int Point) : ChangementDOrdreDuJour;

    public sealed record DocumentRetire(int Point, Guid Piece) : ChangementDOrdreDuJour;

    public sealed record Invite(Guid Personne) : ChangementDOrdreDuJour;

    public sealed record PlusInvite(Guid Personne) : ChangementDOrdreDuJour;
}

/// <summary>Change l'ordre du jour, les offres et les invités d'une séance.</summary>
public sealed class ModifierOrdreDuJour(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    MagasinDeFichiers magasin,
    DeduireLaCompetence competence,
    OffresDuClassement classement
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        ChangementDOrdreDuJour changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var seance = await contexte.SeanceAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(seance, versionLue);
        switch (changement)
        {
            case ChangementDOrdreDuJour.PointAjoute c:
                await VerifierAsync(contexte, acteur, seance, c.Definition, annulation);
                var ajoute = seance.AjouterPoint(await SaisirAsync(acteur, c.Definition, annulation));
                await ReprendreAsync(acteur, seance, ajoute, annulation);
                break;
            case ChangementDOrdreDuJour.PointModifie c:
                await VerifierAsync(contexte, acteur, seance, c.Definition, annulation);
                seance.ModifierPoint(c.Numero, await SaisirAsync(acteur, c.Definition, annulation));
                break;
            case ChangementDOrdreDuJour.PointRetire c:
                seance.RetirerPoint(c.Numero);
                break;
            case ChangementDOrdreDuJour.OffresFixees c:
                seance.FixerOffres(c.Point, c.Offres);
                break;
            case ChangementDOrdreDuJour.OffresReprises c:
                if (!await ReprendreAsync(acteur, seance, c.Point, annulation))
                {
                    throw new RefusException(
                        "Il n'y a pas d'offre à reprendre de la procédure : plis non ouverts, analyse vide, ou déport de votre part. Rien n'a été changé."
                    );
                }

                break;
            case ChangementDOrdreDuJour.DocumentRetire c:
                seance.RetirerDocument(c.Point, c.Piece);
                break;
            case ChangementDOrdreDuJour.Invite c:
                seance.Inviter(await ConsultatifAsync(contexte, seance, c.Personne, annulation));
                break;
            case ChangementDOrdreDuJour.PlusInvite c:
                seance.NePlusInviter(c.Personne);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Joint un document à un point : visible des seules personnes qui siègent ou sont invitées (RG2.34).</summary>
    public async Task JoindreAsync(
        Acteur acteur,
        SeanceId id,
        int point,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var seance = await contexte.SeanceAGererAsync(acteur, id, annulation);
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, annulation: annulation);

        seance.Joindre(point, piece.Id, piece.Nom, piece.Sha256);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>La compétence que les textes donnent à la commission, écrite sur le point ; s'en écarter demande un motif.</summary>
    private async Task<DefinitionDePoint> SaisirAsync(Acteur acteur, DefinitionDePoint definition, CancellationToken annulation)
    {
        var objet = new ObjetSoumis(
            definition.Procedure,
            definition.Lot,
            definition.Avenant is not null,
            definition.MontantDAvenant
        );
        if (await competence.ExecuterAsync(acteur, objet, annulation) is not { } proposee)
        {
            return definition with { MotifDeSaisine = null };
        }

        var (nature, motif) = (definition.Nature, definition.MotifDeSaisine);
        Verdict.De(new AutreSaisineMotivee(proposee.Nature, nature, motif)).Exiger();
        return definition with
        {
            Competence = proposee.Ecrire(nature, motif),
            MotifDeSaisine = nature == proposee.Nature ? null : motif,
        };
    }

    /// <summary>Met au point les offres de l'analyse de son lot, s'il y en a.</summary>
    private async Task<bool> ReprendreAsync(Acteur acteur, Seance seance, int numero, CancellationToken annulation)
    {
        if (seance.Point(numero) is not { Procedure: { } procedure, Lot: { } lot, Avenant: null })
        {
            return false;
        }

        var offres = await classement.ExecuterAsync(acteur, procedure, lot, numero, annulation);
        if (offres.Count == 0)
        {
            return false;
        }

        seance.FixerOffres(numero, offres);
        return true;
    }

    /// <summary>Le groupement du point est de ceux de la commission, et la procédure est de ce groupement.</summary>
    private static async Task VerifierAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Seance seance,
        DefinitionDePoint definition,
        CancellationToken annulation
    )
    {
        if (definition.Groupement is not { } groupement)
        {
            throw new RefusException("Choisissez le groupement pour lequel la commission délibère. Rien n'a été enregistré.");
        }

        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation);
        var cible = await contexte.GroupementAsync(acteur, groupement, annulation);
        var competente = commission.Groupement is { } sien ? sien == groupement : cible.Coordonnateur == commission.Coordonnateur;
        if (!competente)
        {
            throw new RefusException(
                $"« {cible.Nom} » ne relève pas de cette commission : rien n'a été enregistré. Choisissez un de ses groupements."
            );
        }

        if (
            definition.Procedure is { } procedure
            && !await contexte.Procedures.AnyAsync(p => p.Id == procedure && p.Groupement == groupement, annulation)
        )
        {
            throw new RefusException("Cette procédure n'est pas du groupement choisi : rien n'a été enregistré.");
        }
    }

    private static async Task<Consultatif> ConsultatifAsync(
        MarchesDbContext contexte,
        Seance seance,
        Guid personne,
        CancellationToken annulation
    )
    {
        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation);
        return commission.Consultatifs.FirstOrDefault(c => c.Id == personne && !c.EstRetire)
            ?? throw new RefusException("Cette personne n'est plus sur la liste des voix consultatives. Rechargez la page.");
    }
}
