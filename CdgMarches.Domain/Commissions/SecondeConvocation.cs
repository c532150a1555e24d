namespace CdgMarches.Domain.Commissions;

/// <summary>La seconde convocation, quand la première réunion n'a pas eu le quorum.</summary>
/// <param name="Premiere">Le jour de la réunion sans quorum.</param>
/// <param name="Envoi">Le jour où la seconde convocation part.</param>
/// <param name="JoursFrancs">Le délai à respecter ; zéro si la convention n'en demande pas.</param>
/// <remarks>
/// RG2.24. « La commission est à nouveau convoquée » : une convocation partie avant l'échec n'en est pas une, et le quorum
/// ordinaire reste dû. Jamais le jour même : quinze minutes ont été jugées abusives.
/// </remarks>
public sealed record SecondeConvocation(DateOnly Premiere, DateOnly Envoi, int JoursFrancs)
{
    public bool EstValable => Envoi >= Premiere;

    /// <summary>La première date possible de la seconde réunion ; nulle si la convocation est partie avant l'échec.</summary>
    public DateOnly? AuPlusTot => EstValable ? Noyau.Calendrier.JoursFrancs.PremiereDateApres(Envoi, JoursFrancs) : null;
}
